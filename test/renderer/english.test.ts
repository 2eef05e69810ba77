import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { wordings } from '../../electron/core/rules/wording.ts'
import { choicesOf } from '../../renderer/rules/trial.ts'
import { en } from '../../renderer/text/en.ts'
import { sv } from '../../renderer/text/sv.ts'
import * as shellEn from '../../electron/shell/text.en.ts'
import * as shellSv from '../../electron/shell/text.sv.ts'

const root = join(import.meta.dirname, '../..')
type Leaf = { path: string; swedish: unknown; english: unknown }

/** Every text of two catalogues side by side; lists count by their places. */
function pairs(swedish: unknown, english: unknown, path: string): Leaf[] {
  if (typeof swedish !== 'object' || swedish === null) return [{ path, swedish, english }]
  const given = (english ?? {}) as Record<string, unknown>
  expect(Object.keys(given).sort(), path).toEqual(Object.keys(swedish).sort())
  return Object.entries(swedish).flatMap(([key, value]) => pairs(value, given[key], `${path}.${key}`))
}

/** A text with marks in place of what it takes in: it shows which of them the text really says. */
function said(text: unknown): string {
  if (typeof text !== 'function') return String(text)
  const marks = Array.from({ length: text.length }, (_, at) => at)
  const tries: unknown[][] = [marks.map(at => `(${at})`), marks.map(at => 7001 + at), marks.map(at => [`(${at})`]), marks.map((at) => (at === 0 ? { checked: 7001, changed: [7] } : at))]
  for (const given of tries) {
    try {
      const out: unknown = Reflect.apply(text as (...all: unknown[]) => unknown, null, given)
      if (typeof out === 'string' && !/NaN|undefined|\[object/.test(out)) return out
    } catch {
      // Another kind of value fits.
    }
  }
  return ''
}
const marksIn = (text: string) => [...new Set(text.match(/\(\d\)|7[\s,. ]?00\d/g)?.map(mark => mark.replace(/[^\d()]/g, '')))].sort()

/** Words that are the same in both languages, names, and what must stay Swedish: the title that stands on decisions, names of files. */
const same = /^(Start|Person|Status|Text|Form|Period|Total|Programme|Parameters|Version|CSV|PDF|–|blir|Illustration|Parameter|Orange|orange|S, O, H|text|[Ss]ystem|of|till|UTF-\S*.*|Windows-1252|Excel \(XLSX\)|Arbetsförmedlare|Språngbräda|HEIC|TIFF|store-.*|Ctrl\+F|Page Up, Page Down|Home, End|Enter|Esc|Alla|Definition|parameter|definition|journal|SUN|\+, −, 0|Timeline)$/

const areas = [
  ...readdirSync(join(root, 'shared/text')).filter(name => name.endsWith('.sv.ts')).map(name => join(root, 'shared/text', name)),
  ...readdirSync(join(root, 'renderer/text')).filter(name => name.endsWith('.sv.ts') && name !== 'aksel.sv.ts').map(name => join(root, 'renderer/text', name)),
]

it.each(areas)('%s has an English sibling', async swedish => {
  const english = swedish.replace('.sv.ts', '.en.ts')
  const [one, other] = [await import(swedish), await import(english)] as Record<string, unknown>[]
  expect(Object.keys(other ?? {}).sort().filter(name => name !== 'lightCode')).toEqual(Object.keys(one ?? {}).sort().filter(name => name !== 'lightCode'))
})

const shared = areas.filter(path => path.includes('shared/text') && !path.includes('faults'))
const words = await Promise.all(shared.map(async path => [await import(path), await import(path.replace('.sv.ts', '.en.ts'))] as Record<string, unknown>[]))
const all = [
  ...words.flatMap(([one, other]) => Object.keys(one ?? {}).filter(name => typeof one?.[name] === 'object' && name !== 'lightCode').flatMap(name => pairs(one?.[name], other?.[name], name))),
  ...pairs(sv, en, 'window'),
  ...pairs({ ...shellSv, appName: null }, { ...shellEn, appName: null }, 'shell'),
]

it('says everything in English', () => {
  expect(all.length).toBeGreaterThan(900)
  const untranslated = all.filter(({ path, swedish, english }) => typeof swedish === 'string' && swedish === english && !same.test(swedish) && !/\.(pattern|id|extensions\.\d+)$/.test(path)).map(({ path, swedish }) => `${path}: ${String(swedish)}`)
  expect(untranslated).toEqual([])
})

it('holds no Swedish letters but in names and terms', () => {
  const names = /Språngbräda|Jobbsprånget|Arbetsförmedlingens?|Arbetsförmedlare|BÄR|ansöknings-id|Språk/g
  const wrong = all.filter(({ english }) => /[åäöÅÄÖ]|(^|[\s(])”/.test(said(english).replace(names, ''))).map(({ path, english }) => `${path}: ${said(english)}`)
  expect(wrong).toEqual([])
})

it('takes in the same values as the Swedish text', () => {
  const differing = all.filter(({ swedish }) => typeof swedish === 'function')
    .map(({ path, swedish, english }) => ({ path, swedish: marksIn(said(swedish)), english: marksIn(said(english)) }))
    .filter(({ swedish, english }) => JSON.stringify(swedish) !== JSON.stringify(english))
  expect(differing).toEqual([])
})

it.each(['sv', 'en'] as const)('knows in %s what leaving a fact out means, and does not offer it twice', language => {
  const fact = { id: 'x', label: 'x', section: 'x', type: 'number', list: false, unit: null, canBeNone: true, options: null, usedBy: [] } as const
  expect(choicesOf({ ...fact, usual: wordings[language].unknown })).toEqual(['usual', 'none', 'value'])
  expect(choicesOf({ ...fact, usual: wordings[language].none })).toEqual(['usual', 'unknown', 'value'])
})
