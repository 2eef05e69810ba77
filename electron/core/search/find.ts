import type { OperationParsed } from '../../../shared/contract/operations.ts'
import type { IntakeHit, Match, SearchAnswer, SearchHit, SearchKind } from '../../../shared/contract/search.ts'
import { lightOf } from '../cases/cases.ts'
import type { Context } from '../context.ts'
import type { Reader, Row } from '../store/database.ts'
import { nameWords } from '../store/search.ts'
import { searchMemory, type SearchMemory } from './memory.ts'
import { byApplication, byIdentity } from './numbers.ts'
import { byNameInStore } from './in-store.ts'
import { numberKey, type SearchIndex } from './read-words.ts'
import { findRows, type WordIndex } from './word-index.ts'

export type Found = { hits: { id: number; match: Match }[]; more: boolean }
const LEAST_TEXT = 2
const MOST_WORDS = 8
const NOTHING: Found = { hits: [], more: false }

/**
 * Finds cases of all intakes by application id, identity number, case number, name and employer, and intakes by name. Nothing else may be a search term (2002:546 § 14,
 * 2002:623 § 18). Protected persons are found by the whole of their application id only, and are masked.
 */
export function find({ store }: Context, { text, limit }: OperationParsed<'search.find'>): SearchAnswer {
  const memory = searchMemory(store)
  const db = store.read
  const written = text.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (written.length < LEAST_TEXT) return { groups: [], intakes: [], complete: memory !== null }
  const words = nameWords(written).slice(0, MOST_WORDS)
  const found: Record<SearchKind, Found> = {
    application: byApplication(db, written, limit),
    identity: byIdentity(db, written, limit),
    'case-number': memory ? byCaseNumber(memory, written, limit) : NOTHING,
    name: words.length === 0 ? NOTHING : memory ? byWords(memory, index => index.names, words, limit) : byNameInStore(db, words, limit),
    employer: words.length === 0 || !memory ? NOTHING : byWords(memory, index => index.employers, words, limit),
  }
  const groups = (['application', 'identity', 'case-number', 'name', 'employer'] as const).map(kind => ({ kind, hits: hitsOf(db, kind, found[kind].hits), more: found[kind].more }))
  return { groups: groups.filter(group => group.hits.length > 0), intakes: intakesCalled(db, words), complete: memory !== null }
}

function byWords(memory: SearchMemory, part: (index: SearchIndex) => WordIndex, words: readonly string[], limit: number): Found {
  const news = findRows(part(memory.news), words, limit, () => false)
  const all = findRows(part(memory.all), words, limit, id => memory.changed.has(id))
  return best([...news.hits, ...all.hits], limit, news.more || all.more)
}

function byCaseNumber({ all, news, changed }: SearchMemory, text: string, limit: number): Found {
  const key = numberKey(text)
  const hits: Found['hits'] = []
  const look = (list: SearchIndex['caseNumbers'], isGone: (id: number) => boolean) => {
    for (const { id, number } of list) if (number.startsWith(key) && !isGone(id)) hits.push({ id, match: number === key ? 'exact' : 'prefix' })
  }
  look(news.caseNumbers, () => false)
  look(all.caseNumbers, id => changed.has(id))
  return best(hits, limit, false)
}

function best(hits: Found['hits'], limit: number, more: boolean): Found {
  const rank = { exact: 0, prefix: 1, typo: 2 }
  const sorted = hits.sort((a, b) => rank[a.match] - rank[b.match])
  return { hits: sorted.slice(0, limit), more: more || sorted.length > limit }
}

type HitRow = Row & { id: number; application_id: string; identity: string; family_name: string; given_name: string; protected: number; counted: number; established: number | null; intake: number; intake_name: string; organiser: string | null; case_number: string | null }

/** What is shown of the found cases, read from the store, so that it is true even of what was found in memory. */
function hitsOf(db: Reader, kind: SearchKind, found: Found['hits']): SearchHit[] {
  if (found.length === 0) return []
  const rows = db.all<HitRow>(
    `SELECT application.id, application_id, identity, family_name, given_name, protected, counted, established, intake, intake.name AS intake_name,
       json_extract(details, '$.organiser') AS organiser, json_extract(details, '$.caseNumber') AS case_number
     FROM json_each(?) page CROSS JOIN application ON application.id = page.value JOIN intake ON intake.id = application.intake LEFT JOIN decision ON decision.application = application.id ORDER BY page.key`,
    JSON.stringify(found.map(hit => hit.id)),
  )
  const match = new Map(found.map(hit => [hit.id, hit.match]))
  return rows.filter(row => row.protected === 0 || kind === 'application').map(row => {
    const masked = row.protected === 1
    const detail = { application: null, name: null, identity: row.identity, 'case-number': row.case_number, employer: row.organiser }[kind]
    return {
      caseId: row.id, match: match.get(row.id) ?? 'exact', applicationId: row.application_id, name: masked ? null : `${row.given_name} ${row.family_name}`.trim(), protected: masked,
      light: lightOf(row.counted), established: row.established !== null, intake: { id: row.intake, name: row.intake_name }, detail,
    }
  })
}

/** Intakes whose name has every word, newest first. */
function intakesCalled(db: Reader, words: readonly string[]): IntakeHit[] {
  if (words.length === 0) return []
  const rows = db.all<{ id: number; name: string }>('SELECT id, name FROM intake ORDER BY place_start DESC, id DESC')
  const called = rows.filter(({ name }) => {
    const own = nameWords(name)
    return words.every(word => own.some(each => each.startsWith(word)))
  })
  return called.map(({ id, name }) => ({ id, name, cases: Number(db.value('SELECT count(*) FROM application WHERE intake = ?', id) ?? 0) }))
}
