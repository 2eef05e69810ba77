import { caseAppliers } from './cases/appliers.ts'
import { lightAppliers } from './cases/light-appliers.ts'
import { decisionAppliers } from './decision/appliers.ts'
import { deskAppliers } from './screening/desk/appliers.ts'
import { documentAppliers } from './documents/received/appliers.ts'
import { intakeAppliers } from './intake/appliers.ts'
import { noteAppliers } from './screening/notes.ts'
import { requestAppliers } from './documents/requests/appliers.ts'
import { mappingAppliers } from './intake/mapping.ts'
import { statedAppliers } from './cases/stated.ts'
import { peopleAppliers } from './cases/people.ts'
import { consentAppliers } from './cases/consent.ts'
import { personAppliers } from './persons/appliers.ts'
import { proofAppliers } from './proof/appliers.ts'
import { rulebookAppliers } from './rulebook/appliers.ts'
import type { Appliers } from './store/store.ts'

/** What every kind of journal entry does to the tables. */
export const appliers: Appliers = { ...peopleAppliers, ...intakeAppliers, ...mappingAppliers, ...caseAppliers, ...lightAppliers, ...statedAppliers, ...documentAppliers, ...decisionAppliers, ...rulebookAppliers, ...proofAppliers, ...consentAppliers, ...personAppliers, ...deskAppliers, ...requestAppliers, ...noteAppliers }
