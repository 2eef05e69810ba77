import { capital } from './format.ts'

/** Words for what green asks for, part by part. */
export const checks = {
  yes: 'uppfyllt',
  no: 'inte uppfyllt',
  unknown: 'okänt',
  join: { all: 'Allt ska vara uppfyllt', any: 'Ett räcker' },
  label: (text: string) => capital(text),
  now: (is: string) => `Nu: ${is}`,
}
