import type { IsoDate } from '../../../shared/domain.ts'
import { isIsoDate } from './dates.ts'
import { dayBefore } from './dated.ts'
import { mistakeAt, type Path, type Place, type Read } from './yaml.ts'

type Version = Read<'programme'>['data']['versions'][number]
type Span = { from?: string | undefined; to?: string | undefined }

/** The days of a programme's versions, oldest first: one that says no last day holds until the next begins. */
export function versionDays(versions: readonly Version[]): (Version & { to?: IsoDate | undefined })[] {
  const sorted = [...versions].sort((a, b) => (a.from < b.from ? -1 : 1))
  return sorted.map((v, i) => { const next = sorted[i + 1]; return v.to === undefined && next && next.from > v.from ? { ...v, to: dayBefore(next.from) } : v })
}

/** The rules of a file with days where they name a version, so that a day of change stands in one place only. Throws Fault rules-broken. */
export function rulesInDays(read: Read<'rules'>, versions: readonly Version[]): Read<'rules'> {
  const { rules, definitions } = read.data
  const inDays = daysOf(read, versions)
  return { ...read, data: {
    ...(rules && { rules: rules.map((rule, i) => ({ ...rule, ...inDays(rule, ['rules', i]) })) }),
    ...(definitions && { definitions: Object.fromEntries(Object.entries(definitions).map(([name, d]) => [name, Array.isArray(d) ? d.map((each, i) => ({ ...each, ...inDays(each, ['definitions', name, i]) })) : { ...d, ...inDays(d, ['definitions', name]) }])) }),
  } }
}

/** The parameters with days where they name a version. Throws Fault rules-broken. */
export function parametersInDays(read: Read<'parameters'>, versions: readonly Version[]): Read<'parameters'> {
  const inDays = daysOf(read, versions)
  return { ...read, data: { parameters: Object.fromEntries(Object.entries(read.data.parameters).map(([name, p]) => [name, { ...p, values: p.values.map((value, i) => ({ ...value, ...inDays(value, ['parameters', name, 'values', i]) })) }])) } }
}

function daysOf(read: Place, versions: readonly Version[]) {
  const days = versionDays(versions)
  const dayOf = (written: string, end: 'from' | 'to', path: Path): IsoDate => {
    if (isIsoDate(written)) return written
    const version = days.find(v => v.version === written)
    if (!version) throw mistakeAt(read, [...path, end], `”${written}” är varken ett datum som 2023-01-01 eller en version i programme.yaml`)
    const day = version[end]
    if (day === undefined) throw mistakeAt(read, [...path, end], `versionen ”${written}” gäller tills vidare och har ingen sista dag; ta bort ”to”`)
    return day
  }
  return <S extends Span>(span: S, path: Path) => ({ ...(span.from !== undefined && { from: dayOf(span.from, 'from', path) }), ...(span.to !== undefined && { to: dayOf(span.to, 'to', path) }) })
}
