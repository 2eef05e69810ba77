import type { OperationParsed } from '../../../shared/contract/operations.ts'
import type { IdentityKind, LikelyPage, LikelyPair, PairSide, PersonApplication } from '../../../shared/contract/persons.ts'
import { applicationById, loadCase } from '../cases/cases.ts'
import { joinedNumbers, numberRank, personOf } from '../cases/person-of.ts'
import type { Context } from '../context.ts'
import type { Reader } from '../store/database.ts'
import { anonymous, personApplication } from './applications.ts'
import { birthOf, type Found, type Likely } from './likely.ts'
import { likelyIn, openPairs } from './open-pairs.ts'
import { againstSentences, type Contact, maskedSentence, restSentences } from './sentences.ts'

const KINDS: Record<1 | 2 | 3, IdentityKind> = { 1: 'temporary', 2: 'samordningsnummer', 3: 'personnummer' }
/** What the reading of a case is logged with when it is shown in a pair. */
export const COMPARED = 'Jämförd med en annan ansökan: samma person?'

/**
 * The likely pairs that nobody has answered: in all, of an intake (one of the two is in it) or of a case. What is shown of a person is logged as read
 * (2002:623 § 20 c); where one of the two is protected nothing of either is shown, since the one would tell who the other is.
 */
export async function likelyPairs(context: Context, { intakeId, caseId, offset, limit }: OperationParsed<'persons.likely'>): Promise<LikelyPage> {
  const { store } = context
  const found = await likelyIn(context)
  const db = store.read
  const person = caseId === undefined ? null : joinedNumbers(db).of(applicationById(db, caseId).identity)
  const inIntake = (number: string) => intakeId === undefined || (found.applications.get(number) ?? []).some(each => each.intake === intakeId)
  const open = openPairs(db, found).filter(pair => (person === null || pair.persons.includes(person)) && (inIntake(pair.a) || inIntake(pair.b)))
  const pairs = open.slice(offset, offset + limit).map(pair => likelyPair(context, pair, [pair.a, pair.b].map(number => applicationFor(found, number, intakeId, caseId))))
  return { total: open.length, strong: open.filter(pair => pair.strength === 'strong').length, pairs }
}

/** The application that stands for a number: the case that was asked for, else one in the intake, else the latest. */
function applicationFor(found: Found, number: string, intakeId: number | undefined, caseId: number | undefined): number {
  const own = found.applications.get(number) ?? []
  const best = own.find(each => each.id === caseId) ?? own.findLast(each => each.intake === intakeId) ?? own.at(-1)
  return best?.id ?? 0
}

function likelyPair({ store }: Context, pair: Likely, [a = 0, b = 0]: readonly number[]): LikelyPair {
  const db = store.read
  const persons = [personOf(db, a), personOf(db, b)] as const
  const masked = persons.flat().some(id => applicationById(db, id).protected === 1)
  const shown = [personApplication(db, a), personApplication(db, b)] as const
  if (masked) {
    const blank = (application: PersonApplication, own: readonly number[]): PairSide => ({ ...anonymous(application), identityKind: null, birthDate: null, address: null, more: own.length - 1 })
    return { a: blank(shown[0], persons[0]), b: blank(shown[1], persons[1]), strength: pair.strength, rests: [maskedSentence()], against: [], masked }
  }
  for (const application of [a, b]) store.spool?.add({ at: store.now(), by: store.caseworkerId, application, kind: 'case.read', reason: COMPARED })
  const contacts = [contactOf(db, a), contactOf(db, b)] as const
  const addresses = contacts.every(each => each.address !== '')
  const side = (application: PersonApplication, number: string, own: readonly number[], { address }: Contact): PairSide => {
    const birth = birthOf(number)
    return { ...application, identityKind: KINDS[numberRank(number)], birthDate: `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`, address: addresses ? address : null, more: own.length - 1 }
  }
  return {
    a: side(shown[0], pair.a, persons[0], contacts[0]), b: side(shown[1], pair.b, persons[1], contacts[1]),
    strength: pair.strength, rests: restSentences(pair, contacts, shown[0].givenName === shown[1].givenName && shown[0].familyName === shown[1].familyName), against: againstSentences(pair), masked,
  }
}

function contactOf(db: Reader, id: number): Contact {
  const { facts, rules } = loadCase(db, id)
  const text = (fact: string) => { const value = facts[rules.set.factIndex.get(fact) ?? -1]; return typeof value === 'string' ? value.trim() : '' }
  const city = [text('contact.postalCode'), text('contact.city')].filter(Boolean).join(' ')
  return { email: text('contact.email'), phone: text('contact.phone'), address: [text('contact.street'), city].filter(Boolean).join(', ') }
}
