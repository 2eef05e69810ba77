import { constant, constantList } from './compile-values.ts'
import { dayNumber, type Duration, fromDayNumber, isIsoDate, parseDuration } from './dates.ts'
import type { CompareOp, Expr } from './expressions.ts'
import type { FactDef, FactScalar, Literal } from './values.ts'

/** One small mistake in one part of a condition: what it says, and the part as it then would stand. */
export type Slip = { what: string; to: Expr }
/** What a value stands beside: the fact it is compared with, and the texts that the rules compare that fact with. */
export type Beside = { fact: FactDef | null; words: readonly string[] }

const neighbours: Record<CompareOp, readonly CompareOp[]> = { '=': ['!=', '<=', '>='], '!=': ['='], '<': ['<=', '>='], '<=': ['<', '>'], '>': ['>=', '<='], '>=': ['>', '<'] }
const hasOrder = (e: Expr) => e.type === 'number' || e.type === 'date' || e.type === 'duration'

/** Every small mistake that could be made in a part itself; those inside it are not counted. */
export function slipsIn(e: Expr, beside: Beside): Slip[] {
  const at = { from: e.from, to: e.to }
  const negated: Slip[] = 'slot' in e ? [{ what: 'villkoret vänds', to: { kind: 'not', type: 'boolean', item: e, slot: e.slot, ...at } }] : []
  switch (e.kind) {
    case 'compare': return neighbours[e.op].filter(op => e.op !== '=' || op === '!=' || hasOrder(e.left)).map(op => ({ what: `${e.op} blir ${op}`, to: { ...e, op } }))
    case 'in': return [{ what: 'in blir not in', to: { kind: 'not', type: 'boolean', item: e, slot: e.slot, ...at } }]
    case 'starts-with': case 'truth': return negated
    case 'known': return [...negated, { what: 'known blir given', to: { ...e, kind: 'given' } }]
    case 'given': return [...negated, { what: 'given blir known', to: { ...e, kind: 'known' } }]
    case 'and': return [{ what: 'and blir or', to: { ...e, kind: 'or' } }]
    case 'or': return [{ what: 'or blir and', to: { ...e, kind: 'and' } }]
    case 'not': return [{ what: 'not tas bort', to: e.item }]
    case 'quantifier': return [{ what: e.every ? 'every blir some' : 'some blir every', to: { ...e, every: !e.every } }]
    case 'if': return [{ what: 'then och else byter plats', to: { ...e, then: e.otherwise, otherwise: e.then } }]
    // Between two days there is only one way to count.
    case 'arithmetic': return e.type === 'duration' ? [] : e.op === '+' || e.op === '-' ? [{ what: `${e.op} blir ${e.op === '+' ? '-' : '+'}`, to: { ...e, op: e.op === '+' ? '-' : '+' } }] : [{ what: `${e.op} blir ${e.op === '*' ? '/' : '*'}`, to: { ...e, op: e.op === '*' ? '/' : '*' } }]
    case 'range': return [{ what: 'intervallets början öppnas eller sluts', to: { ...e, lowIn: !e.lowIn } }, { what: 'intervallets slut öppnas eller sluts', to: { ...e, highIn: !e.highIn } }]
    case 'literal': return literalSteps(e.value, beside).map(value => ({ what: `${written(e.value)} blir ${written(value)}`, to: { ...e, value } }))
    case 'list': {
      const [first] = e.items
      const added = constantList(e) && first ? addedTo(constantList(e) ?? [], beside) : undefined
      return [
        ...e.items.map((item, i) => ({ what: `${constant(item) === undefined ? `nummer ${i + 1}` : written(constant(item) ?? '')} tas bort ur listan`, to: { ...e, items: e.items.filter(other => other !== item) } })),
        ...(added === undefined || !first ? [] : [{ what: `${written(added)} läggs till i listan`, to: { ...e, items: [...e.items, { kind: 'literal' as const, type: first.type, value: added, ...at }] } }]),
      ]
    }
    case 'fact': case 'parameter': case 'definition': case 'variable': case 'call': return []
  }
}

/** The values that a parameter could have by a small mistake. */
export function parameterSlips(value: FactScalar | readonly FactScalar[], beside: Beside): { what: string; value: FactScalar | FactScalar[] }[] {
  if (typeof value !== 'object') return scalarSteps(value, beside).map(step => ({ what: `${written(value)} blir ${written(step)}`, value: step }))
  const added = addedTo(value, beside)
  return [
    ...value.map(item => ({ what: `${written(item)} tas bort ur listan`, value: value.filter(other => other !== item) })),
    ...(added === undefined ? [] : [{ what: `${written(added)} läggs till i listan`, value: [...value, added] }]),
  ]
}

function written(value: Literal): string {
  return typeof value === 'object' ? durationText(value) : typeof value === 'string' ? `”${value}”` : String(value)
}

const durationText = ({ months, days }: Duration) => `P${months ? `${months}M` : ''}${days || !months ? `${days}D` : ''}`

/** One unit shorter and one longer, in the smallest unit that is written. */
function durationSteps({ months, days }: Duration): Duration[] {
  return [-1, 1].map(n => (days !== 0 ? { months, days: days + n } : { months: months + n, days }))
}

function literalSteps(value: Literal, beside: Beside): Literal[] {
  return typeof value === 'object' ? durationSteps(value) : scalarSteps(value, beside)
}

function scalarSteps(value: FactScalar, beside: Beside): FactScalar[] {
  if (typeof value === 'number') return [value - 1, value + 1]
  if (typeof value === 'boolean') return [!value]
  if (isIsoDate(value)) return [-1, 1].map(n => fromDayNumber(dayNumber(value) + n))
  const length = parseDuration(value)
  if (length) return durationSteps(length).map(durationText)
  const words = Object.keys(beside.fact?.values ?? {})
  const at = words.indexOf(value)
  if (at >= 0 && beside.fact?.ordered) return [words[at - 1], words[at + 1]].filter(w => w !== undefined)
  if (at >= 0 && words.length > 1) return [words[(at + 1) % words.length] ?? value]
  return [beside.words.find(w => w !== value) ?? `${value}x`]
}

/** A value that could have slipped in: a word that the fact can have, else one that the rules look for in it elsewhere, else one code further on. */
function addedTo(list: readonly FactScalar[], beside: Beside): FactScalar | undefined {
  const last = list.at(-1)
  if (typeof last === 'number') return last + 1
  if (typeof last !== 'string') return undefined
  const words = Object.keys(beside.fact?.values ?? {})
  if (words.length > 0) return words.find(w => !list.includes(w))
  return beside.words.find(w => !list.includes(w)) ?? (/^\d+$/.test(last) ? String(Number(last) + 1).padStart(last.length, '0') : `${last}x`)
}
