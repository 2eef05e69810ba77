import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { testFolder } from '../core/store-fixture.ts'
import { application, csv, idOf, numberOf } from '../core/tables.ts'
import { run } from './run.ts'

const HEADERS = { ansoknings_id: 'Application No', intag: 'Round', personnummer: 'Personal identity number', fornamn: 'First name', samtycke: 'Consent', giltigt_till: 'Valid until' }
const foreign = (...rows: Parameters<typeof csv>[1]) => `Export\r\n${csv(Object.keys(HEADERS), rows, { separator: ',', header: Object.values(HEADERS) })}`

function desk() {
  const folder = testFolder()
  const put = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const out = join(folder, 'ut')
  return { folder, put, out, args: (applications: string, ...more: string[]) => ['screen', '--programme', 'jobbspranget', '--intake', '2023-1', '--applications', applications, '--out', out, ...more] }
}

describe('inspect and screen by its plan', () => {
  it('read a file with other headers: what is printed is what is read', async () => {
    const d = desk()
    const file = d.put('a.csv', foreign(application(1), application(2, { giltigt_till: 'snart' }), application(3, { samtycke: 'nej' })))
    expect((await run(d.args(file))).err).toMatch(/har ingen kolumn som känns igen/)
    const seen = await run(['inspect', file])
    expect(seen).toMatchObject({ code: 0, err: '', left: [] })
    for (const value of [numberOf(1), idOf(1), 'snart']) expect(seen.out).not.toContain(value)
    const found = JSON.parse(seen.out) as { files: { state: string; headerRow: number; separator: string }[] }
    expect(found.files[0]).toMatchObject({ state: 'guessed', headerRow: 2, separator: ',', kind: 'applications' })
    const problems = join(d.folder, 'problem')
    const ran = await run(d.args(file, '--plan', d.put('plan.json', seen.out), '--problems', problems))
    expect(ran).toMatchObject({ code: 0, err: '', left: [] })
    expect(JSON.parse(ran.out)).toMatchObject({ rows: 3, accepted: 2, refused: 1, warnings: 1 })
    expect(readdirSync(d.out).sort()).toEqual(['refused.csv', 'screening.csv', 'summary.json'])
    expect(readdirSync(problems)).toEqual(['problem-applications.csv'])
    expect(readFileSync(join(problems, 'problem-applications.csv'), 'utf8')).toMatch(/^\ufeffApplication No;Round;.*;orsak\r\n/)
    expect((await run(['inspect', file, '--values'])).out).toContain(idOf(1))
  })
  it('without a plan nothing is different, and no problem list is written that nobody asked for', async () => {
    const d = desk()
    const ran = await run(d.args(d.put('a.csv', foreign(application(1)))))
    expect(ran.code).toBe(1)
    expect(existsSync(join(d.folder, 'problem'))).toBe(false)
  })
  it('tells a file that is no table, and goes on to the next', async () => {
    const d = desk()
    const ran = await run(['inspect', d.put('tom.csv', ''), d.put('a.csv', foreign(application(1)))])
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject({ files: [{ state: 'broken', fault: 'Filen ”tom.csv” är tom. Be avsändaren om en ny export.' }, { state: 'guessed' }], plans: [{ kind: 'applications' }] })
  })
  it.each([
    [['inspect'], /Ange minst en fil/], [['inspect', '--annat', 'x'], /inspect tar filer/], [['inspect', 'a.csv', '--programme', 'annat'], /Programmet ”annat” finns inte/],
  ] as const)('%j is wrong usage', async (args, says) => {
    const ran = await run(args)
    expect(ran.code).toBe(2)
    expect(ran.err).toMatch(says)
  })
  it.each([['ingen json', /är ingen plan/], ['[{"file":"b.csv"}]', /Planen gäller filen ”b\.csv”, som inte läses in/], ['[{"file":"a.csv","annat":1}]', /är ingen plan/]])('the plan %j is wrong usage', async (text, says) => {
    const d = desk()
    const ran = await run(d.args(d.put('a.csv', foreign(application(1))), '--plan', d.put('plan.json', text)))
    expect(ran.code).toBe(2)
    expect(ran.err).toMatch(says)
    expect(existsSync(d.out)).toBe(false)
  })
  it('a plan that is not there is told', async () => {
    const d = desk()
    expect(await run(d.args(d.put('a.csv', foreign(application(1))), '--plan', join(d.folder, 'borta.json')))).toMatchObject({ code: 1, err: 'Filen ”borta.json” finns inte längre. Välj den igen.\n' })
  })
})
