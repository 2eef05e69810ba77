import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listChoice } from '../../../shared/contract/list-query.ts'
import { appliers } from '../../../electron/core/appliers.ts'
import type { Context } from '../../../electron/core/context.ts'
import { lettersToMany } from '../../../electron/core/documents/requests/many.ts'
import { saveLetters } from '../../../electron/core/documents/requests/save-many.ts'
import { requestsOfCase } from '../../../electron/core/documents/requests/view.ts'
import { answerRequest } from '../../../electron/core/documents/requests/work.ts'
import { bulkAsks } from '../../../electron/core/screening/desk/ask.ts'
import { previewBulk, runBulk } from '../../../electron/core/screening/desk/bulk.ts'
import { type Letters, MOST_LETTERS } from '../../../electron/core/screening/desk/bulk-plan.ts'
import { withdrawConsent } from '../../../electron/core/screening/consent-work.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import { correct } from '../correct.ts'
import { eventsOf } from '../events.ts'
import { textOf } from '../documents/pdf-tools.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, idOf, permitRow, permits, portal, register, registerRow } from '../tables.ts'

const short = { beslut_bifogat: 'nej' }
/** 1: permit decision and a longer permit; 2 and 4: permit decision; 3: protected, permit decision; 5: all green; 6: a longer permit; 7: a name that no letter can hold, permit decision. */
async function filled(): Promise<Desk> {
  const desk = openDesk()
  await desk.take(
    desk.put('a.csv', Buffer.from(portal([application(1, { ...short, giltigt_till: '2023-05-01' }), application(2, { ...short, fornamn: 'Ễva “Ö”' }), application(3, short), application(4, short), application(5), application(6, { giltigt_till: '2023-05-01' }), application(7, { ...short, fornamn: 'سارة' })]), 'utf8')),
    desk.put('r.csv', register([1, 2, 3, 4, 5, 6, 7].map(n => registerRow(n, n === 3 ? { skyddade_uppgifter: 'ja' } : {})))),
    desk.put('m.csv', permits([1, 2, 3, 4, 5, 6, 7].map(n => permitRow(n, n === 1 || n === 6 ? { giltigt_till: '2023-05-01' } : {})))),
  )
  desk.context.store.now = () => '2026-11-23T11:00:00.000Z'
  return desk
}
const ask = { kind: 'ask' as const, points: ['permit-decision'], language: 'sv' as const, dueOn: '2026-12-07', replyTo: 'Box 1, Provstad' }
const at = (desk: Desk, n: number) => ({ id: Number(desk.row(idOf(n))['id']), version: Number(desk.row(idOf(n))['version']) })
const everybody = { choice: listChoice.parse({}), except: [] }
const asked = (desk: Desk, more: Partial<typeof ask> = {}) => ({ intakeId: desk.intakeId, chosen: everybody, action: { ...ask, ...more } })
const preview = (desk: Desk, more: Partial<typeof ask> = {}) => previewBulk(desk.context, asked(desk, more), lettersToMany)
const run = (context: Context, desk: Desk, digest: string, more: Partial<typeof ask> = {}, letters: Letters = lettersToMany) => runBulk(context, { ...asked(desk, more), digest }, letters)
const requests = (desk: Desk, n: number) => requestsOfCase(desk.context, { id: at(desk, n).id, reason: 'x' }).requests
const fault = (code: string) => expect.objectContaining({ code }) as Error
const untouched = (desk: Desk): Record<string, number> => ({ ...desk.counts(), requests: Number(desk.context.store.read.value('SELECT count(*) FROM request')), pages: Number(desk.context.store.read.value('SELECT count(*) FROM letter_pdf')) })

describe('the same completion of many', () => {
  it('can be of what any of them lacks, and says how many do', async () => {
    const desk = await filled()
    const found = await bulkAsks(desk.context, { intakeId: desk.intakeId, chosen: everybody }, lettersToMany)
    expect(found).toMatchObject({ total: 7, able: 5, language: 'sv', dueOn: '2026-12-07', replyTo: '' })
    expect(found.points.map(({ name, cases }) => [name, cases])).toEqual([['permit-decision', 4], ['permit-longer', 2]])
    expect(found.points[0]?.ask.en).toMatch(/^[A-Z].*\.$/)
  })

  it('is told first, then made: each letter asks only for what its own case lacks, and each case has one entry', async () => {
    const desk = await filled()
    const both = { points: ['permit-decision', 'permit-longer'] }
    const before = untouched(desk)
    const summary = await preview(desk, both)
    expect(untouched(desk)).toEqual(before)
    expect(summary).toMatchObject({ total: 7, done: 4, left: [{ reason: 'protected', count: 1 }, { reason: 'nothing-to-ask', count: 1 }, { reason: 'unprintable', count: 1 }] })
    const steps: [string, number, number | null][] = []
    const done = await run({ ...desk.context, progress: (...step) => void steps.push(step) }, desk, summary.digest, both)
    expect(done).toEqual({ ...summary, letters: [1, 2, 4, 6].map(n => at(desk, n).id) })
    expect(steps.at(-1)).toEqual(['brev', 4, 4])
    expect(untouched(desk)).toEqual({ ...before, journal: Number(before['journal']) + 4, requests: 4, pages: 4 })
    expect([1, 2, 4, 6].map(n => requests(desk, n)[0]?.items.map(item => item.rules))).toEqual([[['JO-07'], ['JO-11']], [['JO-11']], [['JO-11']], [['JO-07']]])
    expect(requests(desk, 2)[0]).toMatchObject({ state: 'open', dueOn: '2026-12-07', language: 'sv' })
    expect(requests(desk, 2)[0]?.letters[0]?.text).toContain('Hej Ễva “Ö” Öberg!')
    expect(requests(desk, 2)[0]?.letters[0]?.text).toContain('Box 1, Provstad')
    expect(eventsOf(desk.context, at(desk, 2).id)[0]?.text).toBe('Ett brev med begäran om komplettering gjordes (en sak). Svar senast 2026-12-07.')
    await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: 7 })
    expect(await preview(desk, both)).toMatchObject({ done: 0, left: [{ reason: 'protected', count: 1 }, { reason: 'waiting', count: 4 }, { reason: 'nothing-to-ask', count: 1 }, { reason: 'unprintable', count: 1 }] })
  })

  it('leaves out whoever has answered, is decided or has taken consent back, and those who lack none of the points', async () => {
    const desk = await filled()
    const { digest } = await previewBulk(desk.context, { ...asked(desk), chosen: { ids: [at(desk, 1).id] } }, lettersToMany)
    await runBulk(desk.context, { ...asked(desk), chosen: { ids: [at(desk, 1).id] }, digest }, lettersToMany)
    answerRequest(desk.context, { requestId: requests(desk, 1)[0]?.id ?? 0, arrivedOn: '2026-11-23', what: 'kort' })
    withdrawConsent(desk.context, { ...at(desk, 2), also: [], on: '2026-11-22', how: 'telephone', who: '', note: '' })
    desk.context.store.write.run('UPDATE application SET decided = 1 WHERE id = ?', at(desk, 7).id)
    expect(await preview(desk)).toMatchObject({ total: 7, done: 1, left: [{ reason: 'protected', count: 1 }, { reason: 'decided', count: 1 }, { reason: 'answered', count: 1 }, { reason: 'withdrawn', count: 1 }, { reason: 'nothing-to-ask', count: 2 }] })
  })

  it('is not done when it is not what was told: a case, the choice or the points are others', async () => {
    const desk = await filled()
    const { digest } = await preview(desk)
    correct(desk.context, { ...at(desk, 4), fact: 'activity.workHours', value: 3, reason: 'samtal' })
    const before = untouched(desk)
    await expect(run(desk.context, desk, digest)).rejects.toEqual(fault('bulk-changed'))
    for (const more of [{ points: ['permit-longer'] }, { language: 'en' as never }, { dueOn: '2026-12-08' }, { replyTo: '' }]) await expect(run(desk.context, desk, (await preview(desk)).digest, more)).rejects.toEqual(fault('bulk-changed'))
    expect(untouched(desk)).toEqual(before)
  })

  it('stores nothing when a case changes while the letters are set, when one of them cannot be set, or when it is cancelled', async () => {
    const desk = await filled()
    const before = untouched(desk)
    const { digest } = await preview(desk)
    let made = 0
    const failing: Letters = { ...lettersToMany, prepare: (...given) => (++made === 3 ? Promise.reject(new Error('typst')) : lettersToMany.prepare(...given)) }
    await expect(run(desk.context, desk, digest, {}, failing)).rejects.toThrow('typst')
    for (const after of [1, 3]) {
      const stop = new AbortController()
      await expect(run({ ...desk.context, signal: stop.signal, progress: (_, n) => { if (n === after) stop.abort() } }, desk, digest)).rejects.toEqual(fault('cancelled'))
    }
    expect(untouched(desk)).toEqual(before)
    const moving: Context = { ...desk.context, progress: (_, n) => { if (n === 2) correct(desk.context, { ...at(desk, 1), fact: 'activity.workHours', value: 3, reason: 'samtal' }) } }
    await expect(run(moving, desk, digest)).rejects.toEqual(fault('bulk-changed'))
    expect(untouched(desk)).toMatchObject({ requests: 0, pages: 0 })
    await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: 7 })
  })

  it('is refused with a day that cannot be, with signs the caseworker wrote that no letter can hold, and of more than can be waited for', async () => {
    const desk = await filled()
    for (const dueOn of ['2026-11-23', '2026-12-05', '2026-12-24']) await expect(preview(desk, { dueOn })).rejects.toEqual(fault('request-due'))
    await expect(preview(desk, { replyTo: '😀' })).rejects.toEqual(fault('form-glyph'))
    desk.context.store.write.run(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${MOST_LETTERS}) INSERT INTO application (intake, application_id, identity, family_name, given_name, sort_name, search, protected, application_seq, rule_set, proposed, rules, changed, decided, version) SELECT intake, 'x' || i, 'x' || i, family_name, given_name, sort_name, search, 0, application_seq, rule_set, proposed, rules, 0, 0, 1 FROM application, n WHERE application_id = '${idOf(2)}'`)
    await expect(preview(desk)).rejects.toEqual(fault('bulk-too-many'))
    await expect(bulkAsks(desk.context, { intakeId: desk.intakeId, chosen: everybody }, lettersToMany)).rejects.toEqual(fault('bulk-too-many'))
  })
})

describe('the letters of many', () => {
  it('are saved together in a folder of their own, with nothing of the persons in the names, and each is logged as read', async () => {
    const desk = await filled()
    const { digest } = await preview(desk)
    await run(desk.context, desk, digest)
    const folder = join(desk.folder, 'brev')
    mkdirSync(folder)
    const ids = [1, 2, 3, 4, 5].map(n => at(desk, n).id)
    expect(await saveLetters(desk.context, ids, folder)).toEqual({ folder: 'Brev om komplettering 2026-11-23', saved: 3, without: 1, protected: 1 })
    expect(readdirSync(join(folder, 'Brev om komplettering 2026-11-23')).sort()).toEqual([1, 2, 4].map(n => `komplettering ${idOf(n)}.pdf`))
    expect(textOf(readFileSync(join(folder, 'Brev om komplettering 2026-11-23', `komplettering ${idOf(2)}.pdf`)))).toContain('Hej Ễva “Ö” Öberg!')
    expect((await saveLetters(desk.context, ids, folder)).folder).toBe('Brev om komplettering 2026-11-23 (2)')
    expect(desk.context.store.spool?.waiting().filter(read => read.kind === 'letter.read')).toHaveLength(6)
  })
  it('are saved all or not at all', async () => {
    const desk = await filled()
    await expect(saveLetters(desk.context, [at(desk, 1).id, at(desk, 3).id], desk.folder)).rejects.toEqual(fault('letters-none'))
    const { digest } = await preview(desk)
    await run(desk.context, desk, digest)
    const before = readdirSync(desk.folder)
    const stop = new AbortController()
    const ids = [1, 2, 4].map(n => at(desk, n).id)
    await expect(saveLetters({ ...desk.context, signal: stop.signal, progress: (_, n) => { if (n === 2) stop.abort() } }, ids, desk.folder)).rejects.toEqual(fault('cancelled'))
    await expect(saveLetters(desk.context, ids, join(desk.folder, 'a.csv'))).rejects.toEqual(fault('write-failed'))
    expect(readdirSync(desk.folder)).toEqual(before)
    expect(existsSync(join(desk.folder, 'Brev om komplettering 2026-11-23'))).toBe(false)
  })
})
