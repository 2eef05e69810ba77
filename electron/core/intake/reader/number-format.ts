/** Formats that every spreadsheet program has and that show a date or a time in some country. */
const BUILT_IN: readonly (readonly [number, number])[] = [[14, 22], [27, 36], [45, 47], [50, 58], [71, 81]]
/** Formats from this number on are the file's own. */
const FIRST_OWN = 100

const TOKEN = /^(?:s{1,2}|m{1,5}|h{1,2}|am|pm|a|p|d{1,4}|a{3,5}|y|yy|yyyy|e|ee|eeee)$/

/** Whether a number format shows a date. Days are numbers in a workbook; nothing but the format tells them apart from others. */
export function dateFormat(id: number, code: string | undefined): boolean {
  if (BUILT_IN.some(([first, last]) => id >= first && id <= last)) return true
  return id >= FIRST_OWN && code !== undefined && code !== '' && code.toLowerCase().replace(/;@$/, '').replace(/\\./g, ' ').split(';').some(showsDate)
}

/** Whether nothing but parts of a date is left of one section when quoted text, fractions of seconds, colours and countries are taken out. */
function showsDate(section: string): boolean {
  const bare = section.replace(/"[^"]*"/g, ' ').replace(/(\[?[smhd]{1,2}\]?)[.,]00?0?/g, '$1').replace(/\[([smhd]{1,2})\]/g, '$1').replace(/\[[^\]]*\]/g, '')
  // A placeholder for digits is no part of a date.
  const tokens = bare.split(/[^a-z0#?%]+/).filter(token => token !== '')
  return tokens.length > 0 && tokens.every(token => TOKEN.test(token))
}
