import { besideRules } from '../../programmes/file-of.ts'
import { programmeIn } from '../../cases/programmes-in-store.ts'
import type { RequestTexts } from '../../rules/request-texts.ts'
import { readDocument } from '../../rules/yaml.ts'
import type { Reader } from '../../store/database.ts'

const read = new Map<string, RequestTexts>()
const NONE: RequestTexts = { texts: {}, rules: {} }

/** What applicants of a programme can be asked for. A programme that says nothing proposes nothing. Throws Fault rules-broken. */
export function requestTextsOf(db: Reader, programme: string): RequestTexts {
  const text = besideRules(programmeIn(db, programme), 'requests.yaml', id => programmeIn(db, id))
  if (text === undefined) return NONE
  const known = read.get(text)
  if (known) return known
  const { data } = readDocument('requests', 'requests.yaml', text)
  read.set(text, data)
  return data
}
