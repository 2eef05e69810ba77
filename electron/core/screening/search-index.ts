import type { Reader } from '../store/database.ts'

/**
 * What free text is looked for in, held in memory in the order of names: a hundred thousand names are looked through in a few milliseconds,
 * also for one letter. Texts change only when a file is read; lights and states change with every write.
 */
type Texts = { key: string; ids: Int32Array; texts: string[]; protectedIds: (string | null)[] }
const known = new WeakMap<Reader, Map<number, Texts>>()

function textsOf(db: Reader, intake: number): Texts {
  const key = `${String(db.value('SELECT max(id) FROM intake_file WHERE intake = ?', intake))} ${String(db.value('SELECT count(*) FROM application WHERE intake = ? AND protected = 1', intake))}`
  const cache = known.get(db) ?? new Map<number, Texts>()
  known.set(db, cache)
  const found = cache.get(intake)
  if (found?.key === key) return found
  const rows = db.raw('SELECT id, search, protected, lower(application_id) FROM application WHERE intake = ? ORDER BY protected, sort_name, id', intake)
  const texts: Texts = { key, ids: Int32Array.from(rows, r => Number(r[0])), texts: rows.map(r => String(r[1])), protectedIds: rows.map(r => (r[2] === 1 ? String(r[3]) : null)) }
  // One intake at a time is searched; an earlier one is not kept.
  cache.clear()
  cache.set(intake, texts)
  return texts
}

/** Ids of the applicants whose text holds every word, in the order of names. A protected person is found by application id only. */
export function searchIds(db: Reader, intake: number, words: readonly string[]): number[] {
  const { ids, texts, protectedIds } = textsOf(db, intake)
  const out: number[] = []
  for (let i = 0; i < ids.length; i++) {
    const text = protectedIds[i] ?? texts[i] ?? ''
    let all = true
    for (const word of words) if (!text.includes(word)) { all = false; break }
    if (all) out.push(ids[i] ?? 0)
  }
  return out
}
