import type { Reader } from '../store/database.ts'
import type { Found } from './find.ts'
import { intakesNewestFirst } from './read-words.ts'

/** Names in the store itself, for as long as they are not in memory: whole words and beginnings, no near spellings. Goes through every name, so it is slower. */
export function byNameInStore(db: Reader, words: readonly string[], limit: number): Found {
  const hits: Found['hits'] = []
  const plain = `' ' || replace(replace(replace(replace(sort_name, '{', 'a'), '|', 'a'), '}', 'o'), char(1), ' ') || ' '`
  const has = words.map(() => `instr(${plain}, ?) > 0`).join(' AND ')
  for (const intake of intakesNewestFirst(db)) {
    if (hits.length > limit) break
    for (const [id, name] of db.raw(`SELECT id, ${plain} FROM application WHERE intake = ? AND protected = 0 AND ${has} ORDER BY sort_name, id LIMIT ?`, intake, ...words.map(word => ` ${word}`), limit + 1)) {
      hits.push({ id: Number(id), match: words.every(word => String(name).includes(` ${word} `)) ? 'exact' : 'prefix' })
    }
  }
  hits.sort((a, b) => Number(a.match !== 'exact') - Number(b.match !== 'exact'))
  return { hits: hits.slice(0, limit), more: hits.length > limit }
}
