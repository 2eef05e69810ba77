import type { Language } from '../../shared/domain.ts'
import { inLanguage } from './language.ts'

/** The language the window is not in, by its own name, so that whoever cannot read this one finds it. */
export const otherLanguage = inLanguage<{ code: Language; name: string }>({ sv: { code: 'en', name: 'English' }, en: { code: 'sv', name: 'Svenska' } })
