import { changes } from './changes.en.ts'
import { checks } from './checks.en.ts'
import { common } from './common.en.ts'
import { decision } from './decision.en.ts'
import { documents } from './documents.en.ts'
import { frame } from './frame.en.ts'
import { intake } from './intake.en.ts'
import { people } from './people.en.ts'
import { letters } from './letters.en.ts'
import { persons } from './persons.en.ts'
import { proof } from './proof.en.ts'
import { rules } from './rules.en.ts'
import { screening } from './screening.en.ts'
import { start } from './start.en.ts'
import { store } from './store.en.ts'
import type { Catalogue } from './sv.ts'

/** Every text of the window in English. A text that is missing here is a type error. */
export const en: Catalogue = { changes, checks, common, frame, start, store, intake, screening, decision, documents, rules, proof, people, persons, letters }
