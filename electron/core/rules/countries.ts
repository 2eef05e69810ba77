import countries from 'i18n-iso-countries'
import en from 'i18n-iso-countries/langs/en.json'
import sv from 'i18n-iso-countries/langs/sv.json'
import type { Language } from '../../../shared/domain.ts'

countries.registerLocale(sv)
countries.registerLocale(en)

/** Countries that no longer exist, by their four-letter codes (ISO 3166-3). */
const former: Record<string, { name: string; english: string; spellings: string[] }> = {
  SUHH: { name: 'Sovjetunionen', english: 'Soviet Union', spellings: ['sovjet', 'soviet union', 'ussr', 'su'] },
  YUCS: { name: 'Jugoslavien', english: 'Yugoslavia', spellings: ['yugoslavia', 'yu', 'f.d. jugoslavien'] },
  CSHH: { name: 'Tjeckoslovakien', english: 'Czechoslovakia', spellings: ['czechoslovakia'] },
  DDDE: { name: 'DDR', english: 'East Germany', spellings: ['östtyskland', 'east germany', 'tyska demokratiska republiken', 'dd'] },
  CSXX: { name: 'Serbien och Montenegro', english: 'Serbia and Montenegro', spellings: ['serbia and montenegro', 'cs'] },
}
/** Everyday spellings that the official lists lack. */
const everyday: Record<string, string[]> = {
  US: ['usa', 'förenta staterna', 'united states'], GB: ['storbritannien', 'england', 'skottland', 'wales', 'uk', 'great britain'], RU: ['ryssland', 'russia'],
  IR: ['iran'], SY: ['syrien', 'syria'], VN: ['vietnam', 'viet nam'], BO: ['bolivia'], VE: ['venezuela'], TZ: ['tanzania'], KR: ['sydkorea', 'south korea'], KP: ['nordkorea', 'north korea'],
  LA: ['laos'], MD: ['moldavien', 'moldova'], MK: ['makedonien', 'nordmakedonien', 'macedonia'], PS: ['palestina', 'palestine'], TW: ['taiwan'], CZ: ['tjeckien', 'czechia', 'czech republic'],
  CD: ['kongo-kinshasa', 'demokratiska republiken kongo', 'dr kongo'], CG: ['kongo-brazzaville', 'kongo', 'congo'], CI: ['elfenbenskusten', 'ivory coast', "côte d'ivoire"],
  MM: ['burma', 'myanmar'], SZ: ['swaziland', 'eswatini'], CV: ['kap verde', 'cape verde'], TL: ['östtimor', 'east timor'], VA: ['vatikanstaten'], BN: ['brunei'], XK: ['kosovo'],
  AZ: ['azerbajdzjan', 'azerbaijan'], KZ: ['kazakstan', 'kazakhstan'], TR: ['turkiet', 'turkey', 'türkiye'], BY: ['vitryssland', 'belarus'], BA: ['bosnien', 'bosnien och hercegovina', 'bosnien-hercegovina'],
  NL: ['nederländerna', 'holland'], LK: ['sri lanka'], CN: ['kina', 'china'], GE: ['georgien', 'georgia'], AE: ['förenade arabemiraten', 'uae'],
}

const fold = (text: string) => text.trim().toLowerCase().normalize('NFC').replace(/[’`´]/g, "'").replace(/\s+/g, ' ')

const codes = new Map<string, string>()
const names = new Map<string, string>()
const englishNames = new Map<string, string>()
for (const lang of ['en', 'sv']) {
  for (const [code, all] of Object.entries(countries.getNames(lang, { select: 'all' }))) {
    for (const name of all) codes.set(fold(name), code)
  }
}
for (const [code, name] of Object.entries(countries.getNames('sv'))) {
  names.set(code, name)
  codes.set(code.toLowerCase(), code)
}
for (const [code, spellings] of Object.entries(everyday)) for (const s of spellings) codes.set(s, code)
for (const [code, { name, spellings }] of Object.entries(former)) {
  names.set(code, name)
  for (const s of [name.toLowerCase(), code.toLowerCase(), ...spellings]) codes.set(s, code)
}
for (const [code, name] of Object.entries(countries.getNames('en'))) englishNames.set(code, name)
for (const [code, { english }] of Object.entries(former)) englishNames.set(code, english)
if (!names.has('XK')) { names.set('XK', 'Kosovo'); codes.set('xk', 'XK') }

/** The code of a country written as a Swedish name, an English name or ISO 3166 alpha-2; null when it is not recognised. */
export function countryCode(text: string): string | null {
  return codes.get(fold(text)) ?? null
}

/** The name of a country code; the code itself when there is none. */
export function countryName(code: string, language: Language = 'sv'): string {
  return (language === 'en' ? englishNames.get(code) : undefined) ?? names.get(code) ?? code
}

/** All countries by name, for a pick list. */
export function countryOptions(language: Language = 'sv'): { value: string; label: string }[] {
  return [...names.keys()].map(value => ({ value, label: countryName(value, language) })).sort((a, b) => a.label.localeCompare(b.label, language))
}
