import { inLanguage } from './language.ts'
import * as consentEn from '../../shared/text/consent.en.ts'
import * as consentSv from '../../shared/text/consent.sv.ts'
import * as documentsEn from '../../shared/text/documents.en.ts'
import * as documentsSv from '../../shared/text/documents.sv.ts'
import * as faultsEn from '../../shared/text/faults.en.ts'
import * as faultsSv from '../../shared/text/faults.sv.ts'
import * as logEn from '../../shared/text/log.en.ts'
import * as logSv from '../../shared/text/log.sv.ts'
import * as proofEn from '../../shared/text/proof.en.ts'
import * as proofSv from '../../shared/text/proof.sv.ts'
import * as wordsEn from '../../shared/text/words.en.ts'
import * as wordsSv from '../../shared/text/words.sv.ts'

/** The words that the window shares with the core, in the language of the window. Rooms read them here, never from the Swedish files. */
export const { columnName, fileKindWord, lightOfKind, lightWord, originWord, rowReason, sourceWord } = inLanguage<Shared<typeof wordsSv>>({ sv: wordsSv, en: wordsEn })
export const { consentWayWord, consentWord } = inLanguage<typeof consentSv>({ sv: consentSv, en: consentEn })
export const { documentKindWord, documentTypeWord, refusalSentence, refusalWord, remarkSentence } = inLanguage<typeof documentsSv>({ sv: documentsSv, en: documentsEn })
export const { proofSentence, proofWord } = inLanguage<typeof proofSv>({ sv: proofSv, en: proofEn })
export const { logGroupWord, logWord } = inLanguage<typeof logSv>({ sv: logSv, en: logEn })
export const { faultSentence } = inLanguage<typeof faultsSv>({ sv: faultsSv, en: faultsEn })

/** The codes of a light in files are no words of a language. */
type Shared<T> = Omit<T, 'lightCode'>
