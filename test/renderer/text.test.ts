import { describe, expect, it } from 'vitest'
import { nb } from '@navikt/ds-react/locales'
import { akselSwedish } from '../../renderer/text/aksel.sv.ts'
import { unbroken } from '../../renderer/text/format.ts'
import { sv } from '../../renderer/text/sv.ts'
import { faultSentence } from '../../shared/text/faults.sv.ts'

/** Every text of a catalogue with its path; texts that take something in are given numbers and words. */
function texts(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node === 'function') return []
  if (node === null || typeof node !== 'object') return []
  return Object.entries(node).flatMap(([key, value]) => texts(value, `${path}.${key}`))
}
const keys = (node: object, path = ''): string[] => Object.entries(node).flatMap(([k, v]: [string, unknown]) => (v !== null && typeof v === 'object' && k !== 'dateLocale' ? keys(v, `${path}.${k}`) : [`${path}.${k}`]))

describe('the Swedish texts', () => {
  it('are whole: no empty text and nothing left to write', () => {
    const all = texts(sv, 'sv')
    expect(all.length).toBeGreaterThan(250)
    for (const [path, text] of all) {
      expect(text.trim(), path).not.toBe('')
      expect(text, path).not.toMatch(/TODO|xxx|lorem|undefined/i)
    }
  })
  it('have no Norwegian or Danish letters and no straight quotes', () => {
    for (const [path, text] of [...texts(sv, 'sv'), ...texts({ ...akselSwedish, global: { ...akselSwedish.global, dateLocale: '' } }, 'aksel')]) {
      expect(text, path).not.toMatch(/[æøÆØ"]/)
    }
  })
  it('cover every text of the design system', () => {
    expect(keys(akselSwedish).sort()).toEqual(keys(nb).sort())
  })
  it('keep the design system\'s places for values', () => {
    const norwegian = new Map(texts({ ...nb, global: { ...nb.global, dateLocale: '' } }, ''))
    for (const [path, text] of texts({ ...akselSwedish, global: { ...akselSwedish.global, dateLocale: '' } }, '')) {
      const places = (s: string) => (s.match(/\{\w+\}/g) ?? []).sort()
      expect(places(text), path).toEqual(places(norwegian.get(path) ?? ''))
    }
  })
  it('keep a paragraph and a share on one line', () => {
    const shown = (text: string) => text.replaceAll('\u00a0', '~')
    expect(shown(unbroken('Förordning (2000:634) 7 a och 7 d §§; sekretesslagen 5 kap. 5 §'))).toBe('Förordning (2000:634) 7~a och 7~d~§§; sekretesslagen 5~kap. 5~§')
    expect(shown(unbroken('Act (2022:1697) chapter 1 section 1 and sections 23 and 28'))).toBe('Act (2022:1697) chapter~1 section~1 and sections~23 and 28')
    for (const [path, text] of texts({ ...sv, glossary: '–' }, 'sv')) expect(text, path).not.toMatch(/\d [§%]/)
    expect(shown(sv.common.pdf.percent(120))).toBe('120~%')
  })
  it('count one and many', () => {
    expect(sv.intake.list.files(1)).toBe('1 fil inläst')
    expect(sv.intake.list.files(2)).toBe('2 filer inlästa')
    expect(sv.screening.list.hitsOf(12, 20_412).replace(/\s/g, ' ')).toBe('12 av 20 412 sökande')
  })
  it('say a fault whose column or file is unknown without a gap', () => {
    expect(faultSentence({ code: 'file-unterminated-quote', params: { record: 4 } })).not.toMatch(/undefined|  /)
  })
})
