import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cli as en } from '../../electron/cli/text.en.ts'
import { cli as sv } from '../../electron/cli/text.sv.ts'
import { testFolder } from '../core/store-fixture.ts'
import { application, portal } from '../core/tables.ts'
import { run } from './run.ts'

/** The texts of a catalogue with their paths; a text that takes something in is given marks. */
function texts(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node === 'function') return [[path, String(Reflect.apply(node as (...all: unknown[]) => unknown, null, ['(1)', '(2)', '(3)', '(4)', '(5)']))]]
  return Object.entries(node as object).flatMap(([key, value]) => texts(value, `${path}.${key}`))
}
const names = /Språngbräda/g

it('has every text in both languages, with the same places for values and the same commands', () => {
  const [one, other] = [new Map(texts(sv)), new Map(texts(en))]
  expect([...other.keys()]).toEqual([...one.keys()])
  const marks = (text: string) => [...new Set(text.match(/\(\d\)|--[a-z-]+/g))].sort()
  for (const [path, text] of one) {
    expect(marks(other.get(path) ?? ''), path).toEqual(marks(text))
    expect((other.get(path) ?? '').replace(names, ''), path).not.toMatch(/[åäöÅÄÖ]|(^|\s)”/)
    if (text.length > 3 && !/^\.(store\.step|demo\.heads)/.test(path)) expect(other.get(path), path).not.toBe(text)
  }
})

it('gives help and faults in the language that is asked for, wherever the option stands', async () => {
  expect((await run(['--language', 'en', 'help'])).out).toBe(en.usage)
  expect((await run(['help', '--language=en'])).out).toBe(en.usage)
  expect((await run(['help'])).out).toBe(sv.usage)
  expect(await run(['screen', '--language', 'en', '--programme', 'x'])).toMatchObject({ code: 2, err: expect.stringMatching(/^The option --intake is missing\./) as string })
  expect(await run(['rules', 'diff', 'finns@1', 'jobbspranget', '--language', 'en'])).toMatchObject({ code: 1, err: expect.not.stringMatching(/[åäö]/) as string })
  for (const wrong of [['--language', 'de', 'help'], ['help', '--language']]) expect(await run(wrong)).toMatchObject({ code: 2, err: expect.stringContaining('sv eller en') as string })
})

it('writes the same files for the portal, byte for byte', async () => {
  const folder = testFolder()
  const file = join(folder, 'a.csv')
  writeFileSync(file, portal([application(2), application(1), application(3, { samtycke: 'nej' })]))
  const made = async (language: string) => {
    const out = join(folder, language)
    expect((await run(['screen', '--programme', 'jobbspranget', '--intake', '2023-1', '--applications', file, '--out', out, '--language', language])).code).toBe(0)
    return ['screening.csv', 'refused.csv'].map(name => readFileSync(join(out, name), 'utf8'))
  }
  expect(await made('en')).toEqual(await made('sv'))
})

it('explains an assessment and a comparison in English, with the same lights', async () => {
  const folder = testFolder()
  const facts = join(folder, 'f.json')
  writeFileSync(facts, JSON.stringify({ 'decision.kind': 'avbrutet' }))
  const assessed = async (language: string) => JSON.parse((await run(['assess', '--programme', 'fk-overklagande', '--on', '2025-09-16', '--facts', facts, '--language', language])).out) as { hash: string; light: string; rules: { id: string; light: string; reason: string[] }[] }
  const [one, other] = [await assessed('sv'), await assessed('en')]
  expect([other.hash, other.light, other.rules.map(rule => rule.light)]).toEqual([one.hash, one.light, one.rules.map(rule => rule.light)])
  expect(other.rules[0]?.reason).toEqual(['The decision concerns ending the recruitment.'])
  const { out } = await run(['rules', 'diff', 'jobbspranget@2023.1', 'jobbspranget@2024.1', '--language', 'en'])
  expect(out).toMatch(/The rule JO-06 is added: Is the person with temporary protection in the population register\?/)
})
