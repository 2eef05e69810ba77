import { describe, expect, it } from 'vitest'
import { nearly } from '../../../electron/core/intake/guess-columns.ts'
import { foldHeader } from '../../../electron/core/intake/reader/guess.ts'
import { programmeOf } from '../../../electron/core/programmes/programmes.ts'

describe('names of columns', () => {
  it('that may stand for a column stand for one column of a kind of file only', () => {
    for (const { columns: all } of Object.values(programmeOf('jobbspranget').layouts)) {
      const names = all.flatMap(c => [...new Set([c.column, ...(c.also ?? [])].map(foldHeader))])
      expect(names.filter((n, i) => names.indexOf(n) !== i)).toEqual([])
      expect(all.every(c => (c.also ?? []).length > 0)).toBe(true)
    }
  })
  it.each([['Förnamn', 'fornamn'], [' E-post_adress ', 'epostadress'], ['Personnummer (12 siffror)', 'personnummer'], ['(fritt)', 'fritt'], ['Øre Æble', 'oreaeble']])('”%s” is compared as %s', (cell, folded) => expect(foldHeader(cell)).toBe(folded))
  it('are near when one letter differs, not when they are short', () => {
    expect([nearly('personnumer', 'personnummer'), nearly('pesronnummer', 'personnummer'), nearly('intag', 'intak'), nearly('giltigttill', 'giltigtfran')]).toEqual([true, true, false, false])
  })
})
