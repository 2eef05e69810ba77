import type { Random } from '../../build/sample/random.ts'
import { luhn, readIdentity } from '../../electron/core/intake/reader/identity.ts'
import { isIsoDate } from '../../electron/core/rules/dates.ts'
import { readDate } from '../../electron/core/rules/read-value.ts'
import type { FuzzReader } from './reader.ts'
import { oddText, slipped } from './text.ts'

const two = (n: number) => String(n).padStart(2, '0')
const known = ['19900101-2389', '900101-2389', '20000161-2382', '19900101-T123', '19900101-TF12', '900101+2389', '101012389', '121212+1212', '201212121212', '6701129885']
function digits(random: Random): string {
  if (random.chance(40)) return random.pick(known)
  const six = `${two(random.below(100))}${two(random.below(14))}${two(random.below(random.chance(60) ? 33 : 100))}`
  const serial = String(random.below(1000)).padStart(3, '0')
  const end = random.chance(80) ? `${serial}${random.chance(70) ? luhn(six + serial) : random.below(10)}` : random.pick([`T${serial}`, 'TF12', 'T1', 'TF1A'])
  return `${random.pick(['19', '20', '18', '', '', '99'])}${six}${random.pick(['-', '-', '+', '', ' ', '–', '--'])}${end}`
}
export const identity: FuzzReader<{ text: string; on: string }> = {
  name: 'identitetsnummer', cost: 0.05,
  make: random => ({ text: random.chance(10) ? oddText(random) : random.chance(60) ? digits(random) : slipped(random, digits(random), 2), on: random.pick(['2023-01-20', '1999-12-31', '2000-01-01', '2024-02-29', '2100-01-01']) }),
  read: ({ text, on }) => {
    const found = readIdentity(text, on)
    if (typeof found === 'string') return 'refused'
    if (!/^\d{8}-(\d{4}|T\d{3}|TF\d{2})$/.test(found.number) || !isIsoDate(found.birthDate)) throw new Error('a number that is none')
    const again = readIdentity(found.number, on)
    if (typeof again === 'string' || again.number !== found.number || again.birthDate !== found.birthDate || again.kind !== found.kind) throw new Error('a number that is another when it is read again')
    return 'taken'
  },
}

function dateText(random: Random): string {
  const [y, m, d] = [String(random.chance(85) ? 1900 + random.below(200) : random.below(10_000)).padStart(4, '0'), two(random.below(15)), two(random.below(34))]
  return random.chance(30) ? [Number(d), Number(m), y].join(random.pick(['/', '.', '-'])) : [y, m, d].join(random.pick(['-', '', '/', '.', ' ']))
}
export const dates: FuzzReader<string> = {
  name: 'datum', cost: 0.02,
  make: random => (random.chance(10) ? oddText(random) : random.chance(60) ? dateText(random) : slipped(random, dateText(random), 2)),
  read: text => {
    const found = readDate(text)
    if (found === undefined) return 'refused'
    if (!isIsoDate(found) || readDate(found) !== found) throw new Error('a date that is none')
    return 'taken'
  },
}
