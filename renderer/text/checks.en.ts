import type { checks as swedish } from './checks.sv.ts'
import { capital } from './format.ts'

export const checks: typeof swedish = {
  yes: 'met',
  no: 'not met',
  unknown: 'not known',
  join: { all: 'All of these are needed', any: 'One of these is enough' },
  label: text => capital(text),
  now: is => `Now: ${is}`,
}
