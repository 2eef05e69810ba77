import { describe, expect, it } from 'vitest'
import { findLikely, type Applicant, type Found } from '../../../electron/core/persons/likely.ts'
import { matchNames, nameOf } from '../../../electron/core/persons/names.ts'
import { againstSentences, restSentences } from '../../../electron/core/persons/sentences.ts'

const found = (applicants: readonly Applicant[]): Found => {
  const work = findLikely(applicants)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
let next = 0
const person = (identity: string, given: string, family: string, intake = 1): Applicant => ({ id: ++next, intake, identity, given, family })
const PN = '19900315-2385'
const COORDINATION = '19900375-2384'
const TEMPORARY = '19900315-T101'
const pairOf = (a: readonly [string, string, string], b: readonly [string, string, string]) => found([person(...a), person(...b)]).pairs
const strength = (a: readonly [string, string, string], b: readonly [string, string, string]) => pairOf(a, b)[0]?.strength ?? null
/** The same two names under a coordination number and a personnummer. */
const renumbered = (a: string, b: string) => strength([COORDINATION, ...split(a)], [PN, ...split(b)])
const split = (name: string): [string, string] => { const [given = '', family = ''] = name.split('/'); return [given, family] }

describe('names that are the same', () => {
  it.each([
    ['Åsa/Öberg', 'Asa/Oberg'], ['Özlem/Öztürk', 'Ozlem/Ozturk'], ['Łukasz/Wójcik', 'Lukasz/Wojcik'], ['Thị Ngọc/Nguyễn', 'Thi Ngoc/Nguyen'], ['Jón/Þórsson', 'Jon/Þorsson'], ['Søren/Kjær', 'Sören/Kjar'],
    ['AHMED/AL-HASSAN', 'Ahmed/Al Hassan'], ['Anne-Marie/Dupont', 'anne marie/dupont'], ['Sinéad/O’Brien', 'Sinead/O\'Brien'], ['Иван/Петров', 'иван/петров'], ['محمد/علي', 'محمد/علي'], ['Ana\u0301/Souza', 'Aná/Souza'],
  ])('%s and %s are strong under any numbers', (a, b) => {
    expect(renumbered(a, b)).toBe('strong')
    expect(strength([PN, ...split(a)], ['19900315-2393', ...split(b)])).toBe('strong')
  })
  it.each([['Hassan/Ali', 'Ali/Hassan'], ['Ali Hassan/', 'Ali/Hassan'], ['Mai Linh/Tran', 'Tran/Linh Mai'], ['Mohammed/Osman', 'Osman/Muhammad']])('%s and %s have their parts in another order', (a, b) => {
    expect(matchNames(nameOf(...split(a)), nameOf(...split(b)))).toMatchObject({ rearranged: true })
    expect(renumbered(a, b)).not.toBeNull()
  })
})

describe('names that are alike', () => {
  it.each([
    ['Mohammed/Farah', 'Muhammad/Farah'], ['Mohamed/Farah', 'Muhammad/Farah'], ['Yusuf/Demir', 'Youssef/Demir'], ['Aleksandr/Volkov', 'Alexander/Volkov'], ['Djamel/Belkacem', 'Jamal/Belkacem'],
    ['Khadija/Noor', 'Kadija/Noor'], ['Nguy?n/Tran', 'Nguyen/Tran'], ['Ekaterina/Ivanova', 'Jekaterina/Ivanova'], ['Michael/Berhe', 'Mikael/Berhe'], ['Ahmed/Zaki', 'Ahmad/Zaki'],
  ])('%s and %s may be one, never strongly: the given name is only spelled alike', (a, b) => expect(renumbered(a, b)).toBe('possible'))
  it.each([['Maria/Andersson', 'Maria/Anderson'], ['Anna/Kowalska', 'Anna/Kowalska Nilsson'], ['Anna Maria/Kowalska', 'Anna/Kowalska']])('%s and %s are strong where the number may have changed, else possible', (a, b) => {
    expect(renumbered(a, b)).toBe('strong')
    expect(strength([PN, ...split(a)], ['19900315-2393', ...split(b)])).toBe('possible')
  })
  it.each([['Farid/', 'Farid/Karimi'], ['/Karimi', 'Farid/Karimi']])('%s and %s, where a part is missing, may be one', (a, b) => expect(renumbered(a, b)).toBe('possible'))
})

describe('names that are not alike', () => {
  it.each([['Anna/Berg', 'Karin/Berg'], ['Ali/Khan', 'Eli/Khan'], ['Sara/Svensson', 'Sara/Lindqvist'], ['Li/Wang', 'Lu/Wang'], ['Farid/', 'Maria/'], ['/', 'Anna/Berg'], ['/', '/']])('%s and %s are not offered', (a, b) => expect(renumbered(a, b)).toBeNull())
  it('twins are not offered, and where their names are alike never as strong', () => {
    expect(strength([PN, 'Amina', 'Yusuf'], ['19900315-2393', 'Fatima', 'Yusuf'])).toBeNull()
    for (const [a, b] of [['Hassan', 'Hussein'], ['Emma', 'Emmy'], ['Marina', 'Martina']] as const) {
      for (const [one, other] of [[PN, '19900315-2393'], [COORDINATION, PN], [COORDINATION, '19900375-2392']] as const) expect(strength([one, a, 'Abdi'], [other, b, 'Abdi'])).not.toBe('strong')
    }
    const [pair] = pairOf([PN, 'Hassan', 'Abdi'], ['19900315-2393', 'Hussein', 'Abdi'])
    expect(pair && againstSentences(pair).join(' ')).toMatch(/Tvillingar/)
  })
  it('another birth date is another person, however alike the names', () => expect(strength([PN, 'Åsa', 'Öberg'], ['19900316-2384', 'Åsa', 'Öberg'])).toBeNull())
})

describe('what a pair rests on', () => {
  it('a temporary number that became a coordination number, and that a personnummer, is told', () => {
    const numbers = [TEMPORARY, COORDINATION, PN].map(identity => person(identity, 'Åsa', 'Öberg'))
    const { pairs } = found(numbers)
    expect(pairs.map(p => p.strength)).toEqual(['strong', 'strong', 'strong'])
    const told = pairs.map(p => restSentences(p, null).join(' '))
    expect(told.some(t => t.includes('samordningsnummer och den andra ett personnummer'))).toBe(true)
    expect(told.some(t => t.includes('tillfälligt nummer och den andra ett samordningsnummer'))).toBe(true)
  })
  it('two personnummer and the first of January speak against it', () => {
    const [pair] = pairOf(['19900101-2382', 'Ali', 'Khan'], ['19900101-2390', 'Ali', 'Khan'])
    expect(pair?.strength).toBe('possible')
    expect(pair && againstSentences(pair)).toHaveLength(2)
  })
  it('e-mail and telephone support it, however they are written', () => {
    const [pair] = pairOf([COORDINATION, 'Åsa', 'Öberg'], [PN, 'Åsa', 'Öberg'])
    const contact = { email: 'Asa@example.com', phone: '+46 70-174 06 05', address: '' }
    expect(pair && restSentences(pair, [contact, { email: 'asa@EXAMPLE.com', phone: '0701740605', address: '' }]).join(' ')).toMatch(/e-postadress.*telefonnummer/)
    expect(pair && restSentences(pair, [{ email: '', phone: '', address: '' }, { email: '', phone: '', address: '' }]).join(' ')).not.toMatch(/e-post|telefon/)
  })
})

describe('the work of comparing', () => {
  const day = (n: number) => `19${60 + (n % 40)}${String(1 + (Math.floor(n / 40) % 12)).padStart(2, '0')}${String(1 + (Math.floor(n / 480) % 28)).padStart(2, '0')}`
  const name = (n: number) => `${'bdfgklmnprst'[n % 12]}${'aeiou'[Math.floor(n / 12) % 5]}${'bdfgklmnprst'[Math.floor(n / 60) % 12]}${'aeiou'[Math.floor(n / 720) % 5]}${'lmnrst'[Math.floor(n / 3600) % 6]}`
  it('grows with the applications, not with their square: a hundred thousand on ordinary days', () => {
    const { comparisons } = found(Array.from({ length: 100_000 }, (_, n) => person(`${day(n)}-${1000 + (n % 9000)}`, name(n * 7), name(n * 13))))
    expect(comparisons).toBeLessThan(100_000 * 20)
  })
  it.each([['other names', (n: number) => [name(n * 7), name(n * 13 + 5)] as const], ['one and the same name', () => ['Ali', 'Khan'] as const]])('also when six thousand share one day, with %s', (_, nameAt) => {
    const all = Array.from({ length: 6000 }, (_, n) => person(`19900101-T${String(n).padStart(5, '0')}`, ...nameAt(n)))
    const { comparisons } = found(all)
    expect(comparisons).toBeLessThan(6000 * 50)
    expect(comparisons).toBeGreaterThan(6000)
  })
  it('still finds the same name, and parts in another order, among thousands on one day', () => {
    const crowd = Array.from({ length: 3000 }, (_, n) => person(`19900101-T${String(n).padStart(5, '0')}`, `${name(n * 7)}x${n}q`, `${name(n * 13)}z${n}v`))
    const pairs = found([...crowd, person('19900101-2382', 'Mohammed Said', 'Warsame'), person('19900161-2380', 'Warsame', 'Mohammed Said'), person('19900101-T99998', 'Abeba', 'Tesfaye'), person('19900101-2390', 'Abeba', 'Tesfaie')]).pairs.map(p => `${p.a} ${p.b}`)
    expect(pairs).toContain('19900101-2382 19900161-2380')
    expect(pairs).toContain('19900101-2390 19900101-T99998')
  })
  it('an identity number that stands in many intakes is compared as one, by each name it has had', () => {
    const { pairs } = found([person(PN, 'Åsa', 'Berg', 1), person(PN, 'Åsa', 'Öberg', 2), person(PN, 'Åsa', 'Öberg', 3), person(COORDINATION, 'Åsa', 'Oberg', 3)])
    expect(pairs.map(p => [p.a, p.b, p.strength])).toEqual([[PN, COORDINATION, 'strong']])
  })
})
