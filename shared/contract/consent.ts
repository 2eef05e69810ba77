import type { IsoDate } from '../domain.ts'

/** How a person's word about consent came in. */
export const CONSENT_WAYS = ['letter', 'e-mail', 'telephone', 'visit', 'portal', 'other'] as const
export type ConsentWay = (typeof CONSENT_WAYS)[number]
/** What holds: to everybody, in part, taken back, or nobody knows. */
export type ConsentScope = 'ja' | 'delvis' | 'withdrawn' | 'unknown'

/** What a person has said of their consent after the application. */
export type ConsentWord = { state: 'withdrawn' | 'given'; on: IsoDate; how: ConsentWay; who: string; note: string; at: string; by: string }
export type Recipient = { id: string; title: string; receives: string; /** May be given this person's data as things are. */ may: boolean }
export type OtherApplication = { id: number; applicationId: string; intakeName: string; scope: ConsentScope; /** False where somebody has established a light or decided since. */ open: boolean }
export type ConsentView = {
  scope: ConsentScope
  /** The date of the consent as the application states it. */
  applicationDate: IsoDate | null
  word: ConsentWord | null
  recipients: Recipient[]
  /** Other applications of the same person, in this intake and others. */
  others: OtherApplication[]
}
/** What a case shows of it at its head. */
export type ConsentSummary = { scope: ConsentScope; on: IsoDate | null }
