import { BodyShort } from '@navikt/ds-react/Typography'
import { language } from '../text/language.ts'
import { t } from '../text/t.ts'

/** Says to who reads another language why what is shown is Swedish all the same; nothing in Swedish. */
export function SwedishByLaw() {
  return language === 'sv' ? null : <BodyShort size="small" className="subtle">{t.common.swedishByLaw}</BodyShort>
}
