import type { FileKind, IsoDate, Light } from '../domain.ts'

/** An application as it is shown beside others of the same person. Name and number are empty for a protected person. */
export type PersonApplication = {
  id: number
  applicationId: string
  intakeId: number
  intakeName: string
  receivedOn: IsoDate | null
  /** What counts: the established light, else the proposed. */
  light: Light
  established: boolean
  decidedOn: IsoDate | null
  protected: boolean
  familyName: string
  givenName: string
  identityNumber: string
}
export type IdentityKind = 'personnummer' | 'samordningsnummer' | 'temporary'
/** What a caseworker has said of two applications. */
export type PersonVerdict = { a: PersonApplication; b: PersonApplication; verdict: 'same' | 'other'; reason: string; at: string; by: string }

export type PersonView = {
  self: PersonApplication
  /** The person's other applications. */
  others: (PersonApplication & { /** In the same intake as the case that is open. */ sameIntake: boolean; /** By the identity number alone; else a caseworker has said so. */ byNumber: boolean })[]
  /** The joinings that hold the person together; each can be undone. */
  joined: PersonVerdict[]
  /** Applications that have been told apart from this person's. */
  apart: PersonVerdict[]
  /** Likely pairs that nobody has answered yet. */
  likely: number
  /** Extracts that were read before a joining and match the person's other numbers only when they are read again. */
  readAgain: { intakeName: string; kinds: Exclude<FileKind, 'applications'>[] }[]
}

/** One side of a likely pair. Everything but ids, intake and light is empty where one of the two is protected. */
export type PairSide = PersonApplication & {
  identityKind: IdentityKind | null
  birthDate: IsoDate | null
  /** Null where the other side has none to compare with. */
  address: string | null
  /** Other applications of the same person. */
  more: number
}
export type LikelyPair = {
  a: PairSide
  b: PairSide
  strength: 'strong' | 'possible'
  /** What the pair rests on, and what speaks against it, in Swedish sentences. */
  rests: string[]
  against: string[]
  /** One of the two is protected: nothing of either is shown here. */
  masked: boolean
}
export type LikelyPage = { total: number; strong: number; pairs: LikelyPair[] }

/** What a word on two applications did: extract rows that had come through a joining that was undone, and were taken back. */
export type JoinReport = { takenBack: number }
