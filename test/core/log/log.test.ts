import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { OperationParsed } from '../../../shared/contract/operations.ts'
import { appliers } from '../../../electron/core/appliers.ts'
import { exportLog, logBursts, logPage } from '../../../electron/core/log/log.ts'
import { partsOf } from '../../../electron/core/log/query.ts'
import { establishLight, openCase } from '../../../electron/core/screening/work.ts'
import { settleReads } from '../../../electron/core/store/store.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import { correct } from '../correct.ts'
import { as, type Desk, openDesk } from '../store-fixture.ts'
import { application, idOf, portal, register, registerRow } from '../tables.ts'

type Asked = Partial<OperationParsed<'log.page'>>
const page = (desk: Desk, asked: Asked = {}) => logPage(desk.context, { groups: [], applicationId: '', offset: 0, limit: 100, ...asked })
const kinds = (desk: Desk, asked: Asked = {}) => page(desk, asked).rows.map(row => row.kind)
const at = (desk: Desk, n: number) => ({ id: Number(desk.row(idOf(n))['id']), version: Number(desk.row(idOf(n))['version']) })
/** Journals a reading as it would have been at that moment. */
const readAt = (desk: Desk, when: string, by: number, id: number) => {
  desk.context.store.spool?.add({ at: when, by, application: id, kind: 'case.read', reason: null })
  settleReads(desk.context.store)
}

/** Case 3 is protected; Bo (2) opens it and case 1, Ada (1) corrects and establishes case 1. */
async function deskWithTwo(): Promise<Desk> {
  const desk = openDesk()
  await desk.take(desk.put('a.csv', portal([1, 2, 3].map(n => application(n)))), desk.put('r.csv', register([1, 2, 3].map(n => registerRow(n, n === 3 ? { skyddade_uppgifter: 'ja' } : {})))))
  correct(desk.context, { ...at(desk, 1), fact: 'birth.country', value: 'TR', reason: 'pass' })
  establishLight(desk.context, at(desk, 1))
  openCase(desk.context, { id: at(desk, 1).id })
  as(desk.context, 2, ['read'])
  openCase(desk.context, { id: at(desk, 1).id })
  openCase(desk.context, { id: at(desk, 3).id, reason: 'prövar ärendet' })
  as(desk.context, 1)
  settleReads(desk.context.store)
  return desk
}

describe('the log', () => {
  it('tells who read and did what, newest first, and leaves the rows of files to the applications', async () => {
    const desk = await deskWithTwo()
    const all = page(desk)
    expect(all.rows.map(row => row.kind).slice(0, 5)).toEqual(['case.read', 'case.read', 'caseworker.added', 'case.read', 'light.established'])
    expect(all.rows.some(row => row.kind === 'application.added')).toBe(false)
    expect(all).toMatchObject({ total: all.rows.length, more: false })
    expect(all.rows[0]).toMatchObject({ by: { id: 2, name: 'Test Testsson 2' }, group: 'read', application: { applicationId: idOf(3), intakeName: '2023-1' }, reason: 'prövar ärendet' })
    expect(kinds(desk, { applicationId: idOf(2) }).toSorted()).toEqual(['application.added', 'register.read'])
    expect(kinds(desk, { applicationId: 'finns inte' })).toEqual([])
  })
  it('is asked by person, group and period, in any mix, page by page', async () => {
    const desk = await deskWithTwo()
    expect(kinds(desk, { caseworker: 2 })).toEqual(['case.read', 'case.read'])
    expect(kinds(desk, { caseworker: 2, groups: ['establish'] })).toEqual([])
    expect(kinds(desk, { groups: ['establish', 'read'] })).toEqual(['case.read', 'case.read', 'case.read', 'light.established'].toSorted((a, b) => a.localeCompare(b)))
    expect(kinds(desk, { applicationId: idOf(1), caseworker: 1, groups: ['change'] })).toEqual(['fact.corrected'])
    expect(kinds(desk, { to: '2020-01-01T00:00:00.000Z' })).toEqual([])
    const whole = page(desk).rows.map(row => row.seq)
    expect([0, 1, 2, 3].flatMap(n => page(desk, { offset: n * 3, limit: 3 }).rows.map(row => row.seq))).toEqual(whole.slice(0, 12))
    expect(page(desk, { offset: 5000 }).rows).toEqual([])
  })
  it('answers the questions of the recurring check', async () => {
    const desk = await deskWithTwo()
    const ids = (check: 'protected' | 'hours' | 'unchanged', more: Asked = {}) => page(desk, { check, ...more }).rows.map(row => [row.application?.applicationId, row.by.id])
    expect(ids('protected')).toEqual([[idOf(3), 2]])
    expect(ids('unchanged')).toEqual([[idOf(3), 2], [idOf(1), 2]])
    const night = new Date(2023, 0, 20, 2, 30).toISOString()
    const noon = new Date(2023, 0, 20, 12, 30).toISOString()
    readAt(desk, night, 1, at(desk, 2).id)
    readAt(desk, noon, 1, at(desk, 2).id)
    readAt(desk, new Date(2023, 6, 20, 20, 0).toISOString(), 2, at(desk, 1).id)
    readAt(desk, new Date(2023, 6, 20, 6, 0).toISOString(), 2, at(desk, 1).id)
    const year = { from: '2023-01-01T00:00:00.000Z', to: '2024-01-01T00:00:00.000Z' }
    expect(ids('hours', year)).toEqual([[idOf(1), 2], [idOf(2), 1]])
    expect(ids('hours', { ...year, caseworker: 1 })).toEqual([[idOf(2), 1]])
  })
  it('tells of hours in which somebody opened many different cases', async () => {
    const desk = await deskWithTwo()
    for (const minute of [1, 20, 59]) for (const n of [1, 2, 3]) readAt(desk, `2023-01-20T09:${String(minute).padStart(2, '0')}:00.000Z`, 2, at(desk, n).id)
    readAt(desk, '2023-01-20T10:00:00.000Z', 2, at(desk, 1).id)
    const period = { from: '2023-01-01T00:00:00.000Z', to: '2023-02-01T00:00:00.000Z' }
    expect(logBursts(desk.context, { ...period, least: 3 })).toEqual([{ by: { id: 2, name: 'Test Testsson 2' }, from: '2023-01-20T09:00:00.000Z', to: '2023-01-20T10:00:00.000Z', cases: 3 }])
    expect(logBursts(desk.context, { ...period, least: 4 })).toEqual([])
  })
  it('is itself written down when it is read, once for each choice, and when it is saved', async () => {
    const desk = await deskWithTwo()
    const looks = () => { settleReads(desk.context.store); return Number(desk.context.store.read.value(`SELECT count(*) FROM journal WHERE kind = 'log.read'`)) }
    page(desk)
    page(desk, { offset: 100 })
    expect(looks()).toBe(1)
    page(desk, { caseworker: 2 })
    expect(looks()).toBe(2)
    const path = join(desk.folder, 'logg.csv')
    const { rows } = exportLog(desk.context, { groups: ['read'], applicationId: '', path })
    const text = readFileSync(path, 'utf8')
    expect(text.trim().split('\r\n')).toHaveLength(rows + 1)
    expect(text).toContain('Ärendet öppnades')
    expect(text).not.toContain('prövar ärendet')
    expect(kinds(desk, { groups: ['disclose'] })).toEqual(['log.exported'])
    await verifyJournal(desk.context, appliers)
  })
  it('is found through its indexes, in their own order, whatever is asked', async () => {
    const desk = await deskWithTwo()
    const period = { from: '2023-09-01T00:00:00.000Z', to: '2023-10-01T00:00:00.000Z' }
    const choices: Asked[] = [{}, period, { caseworker: 2 }, { groups: ['read'] }, { groups: ['decide'], caseworker: 2, ...period }, { check: 'hours', ...period }, { check: 'unchanged', ...period }]
    for (const asked of choices) for (const { index, sql, params } of partsOf({ groups: [], applicationId: '', ...asked })) {
      const plan = desk.context.store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT j.seq, j.at FROM journal j ${index} WHERE ${sql} ORDER BY j.at DESC, j.seq DESC LIMIT 9`, ...params).map(step => step.detail).join('; ')
      expect(plan, JSON.stringify(asked)).toMatch(/^(SEARCH|SCAN) j USING COVERING INDEX journal_log/)
      expect(plan, JSON.stringify(asked)).not.toMatch(/TEMP B-TREE|SCAN w/)
    }
  })
})
