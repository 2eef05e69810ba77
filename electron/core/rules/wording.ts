import type { Language } from '../../../shared/domain.ts'
import type { CompareOp } from './expressions.ts'
import type { Duration } from './dates.ts'

type Order = '<' | '<=' | '>' | '>='
type Say = (text: string) => string

/** What joins the words of a programme to sentences, in one language. */
export type Wording = {
  yes: string; no: string; and: string; or: string; unknown: string; none: string; missing: string; notSo: Say; unreadable: Say; firstSheet: string
  decimal: Say
  /** Fits what a label names and what it states: the last day of the permit, whether the decision is attached. */
  missingFact: Say; needFact: Say; required: Say
  among: string; notAmong: string; startsWith: string; notStartsWith: string; needStart: string; needNoStart: string
  contains: Say; lacks: Say; isNone: Say; is: (subject: string, value: string) => string
  count: Say; workingDay: Say; time: (from: string, to: string) => string; days: string; before: string; after: string
  farDate: Record<Order, string>; date: Record<Order, string>; number: Record<Order, string>; rank: Record<Order, string>
  needDate: Record<Order, Say>; needNumber: Record<Order, Say>
  needs: (label: string) => string
  /** A phrase of need as what may not be. */
  mayNot: Say
  /** A phrase of need as what must (not) be among. */
  needAmong: (phrase: string, holds: boolean, list: string) => string
  duration: (of: Duration) => string
}
export type Relations = Record<Extract<CompareOp, Order>, string>

const numerals = { sv: ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'], en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] }
const durations = (names: { one: string; year: string; years: string; month: string; months: string; day: string; days: string; and: string }, language: Language) => ({ months, days }: Duration): string => {
  const years = months % 12 === 0 && months > 0 ? months / 12 : 0
  const count = (n: number) => numerals[language][n] ?? String(n)
  const parts = [years ? `${years === 1 ? names.one : count(years)} ${years === 1 ? names.year : names.years}` : months ? `${count(months)} ${months === 1 ? names.month : names.months}` : '', days ? `${count(days)} ${days === 1 ? names.day : names.days}` : '']
  return parts.filter(Boolean).join(` ${names.and} `)
}

const swedish: Wording = {
  yes: 'ja', no: 'nej', and: 'och', or: 'eller', unknown: 'okänt', none: 'finns inte', missing: 'tomt', notSo: label => `inte: ${label}`, unreadable: text => `kunde inte läsas: ${text}`, firstSheet: 'första bladet',
  decimal: number => number.replace('.', ','),
  missingFact: label => `uppgift saknas om ${label}`, needFact: label => `uppgift behövs om ${label}`, required: sentence => `för grönt krävs: ${sentence}`,
  among: 'som hör till ', notAmong: 'som inte hör till ', startsWith: 'som börjar med ', notStartsWith: 'som inte börjar med ', needStart: 'något som börjar med ', needNoStart: 'något som inte börjar med ',
  contains: what => `${what} finns`, lacks: what => `${what} saknas`, isNone: label => `${label}: inget`, is: (subject, value) => `${subject} är ${value}`,
  count: label => `antalet ${label}`, workingDay: label => `första vardagen från ${label}`, time: (from, to) => `tiden från ${from} till ${to}`, days: 'dagar', before: 'före', after: 'efter',
  farDate: { '<': 'tidigare än', '<=': 'inte senare än', '>': 'senare än', '>=': 'inte tidigare än' },
  date: { '<': 'före', '<=': 'inte senare än', '>': 'efter', '>=': 'inte tidigare än' },
  number: { '<': 'mindre än', '<=': 'inte mer än', '>': 'mer än', '>=': 'inte mindre än' },
  rank: { '<': 'lägre än', '<=': 'inte högre än', '>': 'högre än', '>=': 'inte lägre än' },
  needDate: { '<': v => `före ${v}`, '<=': v => `senast ${v}`, '>': v => `efter ${v}`, '>=': v => `${v} eller senare` },
  needNumber: { '<': v => `mindre än ${v}`, '<=': v => `högst ${v}`, '>': v => `mer än ${v}`, '>=': v => `minst ${v}` },
  needs: label => `${label} behöver vara {}`,
  mayNot: phrase => phrase.replace('behöver', 'får inte'),
  needAmong: (phrase, holds, list) => phrase.replace(/behöver vara.*/, `${holds ? 'behöver' : 'får inte'} höra till ${list}`),
  duration: durations({ one: 'ett', year: 'år', years: 'år', month: 'månad', months: 'månader', day: 'dag', days: 'dagar', and: 'och' }, 'sv'),
}

const english: Wording = {
  yes: 'yes', no: 'no', and: 'and', or: 'or', unknown: 'not known', none: 'does not exist', missing: 'empty', notSo: label => `not: ${label}`, unreadable: text => `could not be read: ${text}`, firstSheet: 'the first sheet',
  decimal: number => number,
  missingFact: label => `no information on ${label}`, needFact: label => `information is needed on ${label}`, required: sentence => `green requires: ${sentence}`,
  among: 'which is among ', notAmong: 'which is not among ', startsWith: 'which begins with ', notStartsWith: 'which does not begin with ', needStart: 'something that begins with ', needNoStart: 'something that does not begin with ',
  contains: what => `${what} is there`, lacks: what => `${what} is missing`, isNone: label => `${label}: none`, is: (subject, value) => `${subject} is ${value}`,
  count: label => `the number of ${label}`, workingDay: label => `the first working day from ${label}`, time: (from, to) => `the time from ${from} to ${to}`, days: 'days', before: 'before', after: 'after',
  farDate: { '<': 'earlier than', '<=': 'no later than', '>': 'later than', '>=': 'no earlier than' },
  date: { '<': 'before', '<=': 'no later than', '>': 'after', '>=': 'no earlier than' },
  number: { '<': 'less than', '<=': 'not more than', '>': 'more than', '>=': 'not less than' },
  rank: { '<': 'lower than', '<=': 'not higher than', '>': 'higher than', '>=': 'not lower than' },
  needDate: { '<': v => `before ${v}`, '<=': v => `no later than ${v}`, '>': v => `after ${v}`, '>=': v => `${v} or later` },
  needNumber: { '<': v => `less than ${v}`, '<=': v => `at most ${v}`, '>': v => `more than ${v}`, '>=': v => `at least ${v}` },
  needs: label => `${label} must be {}`,
  mayNot: phrase => phrase.replace('must', 'must not'),
  needAmong: (phrase, holds, list) => phrase.replace(/must be.*/, `${holds ? 'must' : 'must not'} be among ${list}`),
  duration: durations({ one: 'one', year: 'year', years: 'years', month: 'month', months: 'months', day: 'day', days: 'days', and: 'and' }, 'en'),
}

/** The joining words of each language. */
export const wordings: Record<Language, Wording> = { sv: swedish, en: english }
