import { changes } from './changes.sv.ts'
import { checks } from './checks.sv.ts'
import { common } from './common.sv.ts'
import { decision } from './decision.sv.ts'
import { documents } from './documents.sv.ts'
import { frame } from './frame.sv.ts'
import { glossary } from './glossary.sv.ts'
import { intake } from './intake.sv.ts'
import { keys } from './keys.sv.ts'
import { log } from './log.sv.ts'
import { people } from './people.sv.ts'
import { letters } from './letters.sv.ts'
import { persons } from './persons.sv.ts'
import { proof } from './proof.sv.ts'
import { rules } from './rules.sv.ts'
import { screening } from './screening.sv.ts'
import { search } from './search.sv.ts'
import { tour } from './tour.sv.ts'
import { start } from './start.sv.ts'
import { store } from './store.sv.ts'

/** Every text of the window in Swedish, by room. A second language is another object of the same type. */
export const sv = { changes, checks, common, frame, start, store, intake, screening, decision, documents, rules, proof, log, people, persons, letters, keys, search, glossary, tour }
export type Catalogue = typeof sv
