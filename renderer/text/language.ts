import type { Language } from '../../shared/domain.ts'

/**
 * The language of the window, settled when it loads: the shell writes it into the page that it serves. A change loads the page
 * anew, so that texts that are read once at the start never stand in another language than the rest.
 */
export const language: Language = typeof document !== 'undefined' && document.documentElement.lang === 'en' ? 'en' : 'sv'

/** One of two, by the language of the window. */
export const inLanguage = <T>(both: Record<Language, T>): T => both[language]
