import type { FaultInfo } from '../../shared/fault.ts'
import * as faultsEn from '../../shared/text/faults.en.ts'
import * as faultsSv from '../../shared/text/faults.sv.ts'
import * as proofEn from '../../shared/text/proof.en.ts'
import * as proofSv from '../../shared/text/proof.sv.ts'
import { spoken } from '../core/batch-language.ts'
import { cli as english } from './text.en.ts'
import { cli as swedish } from './text.sv.ts'

/** The command line's own texts in the language that was asked for. */
export const text = (): typeof swedish => (spoken() === 'en' ? english : swedish)

/** A fault as a sentence in the language that was asked for. */
export const faultSentence = (fault: FaultInfo): string => (spoken() === 'en' ? faultsEn : faultsSv).faultSentence(fault)

/** What the check of a credential found, in the language that was asked for. */
export const proofText = (): typeof proofSv => (spoken() === 'en' ? proofEn : proofSv)
