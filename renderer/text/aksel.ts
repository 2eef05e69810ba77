import { en as english } from '@navikt/ds-react/locales'
import { enGB } from 'date-fns/locale/en-GB'
import { akselSwedish } from './aksel.sv.ts'
import { inLanguage } from './language.ts'

type Locale = typeof akselSwedish

/** The design system's own texts in the language of the window. */
export const aksel = inLanguage<Locale | typeof english>({ sv: akselSwedish, en: { ...english, global: { ...english.global, dateLocale: enGB } } })
