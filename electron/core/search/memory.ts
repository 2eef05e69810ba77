import type { Reader } from '../store/database.ts'
import type { EntryKind } from '../store/journal.ts'
import { journalEnd, type Mark, since } from '../store/journal-mark.ts'
import type { Store } from '../store/store.ts'
import { readWords, readWordsOf, type SearchIndex } from './read-words.ts'

/** All cases as they were when they were read, and beside them those that have changed since, which count instead. */
export type SearchMemory = { all: SearchIndex; changed: ReadonlySet<number>; news: SearchIndex }
type Held = SearchMemory & { mark: Mark; changed: Set<number> }
type Kept = { memory: Held | null; reading: boolean }

const kept = new WeakMap<Store, Kept>()
/** More come from a file being taken in: then reading everything anew is quicker. */
const MOST_CHANGED = 2000
/** How long others wait at most for a stretch of the reading, about. */
const STRETCH_MS = 6
/** Entries that name a case and change nothing that is searched. */
const READS: ReadonlySet<EntryKind> = new Set<EntryKind>(['case.read', 'form.read', 'document.read', 'letter.read'])
/** Entries that name no case and change nothing that is searched (intakes' own names are always asked of the store). Any other makes everything be read anew. */
const BESIDE: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'caseworker.added', 'caseworker.changed', 'caseworker.ended', 'caseworker.passphrase-set', 'store.setting', 'passphrase.changed', 'recovery.renewed', 'backup.created', 'journal.verified', 'programme.imported', 'intake.created', 'intake.updated', 'intake.rules-adopted', 'file.opened', 'file.taken', 'file.vanished',
  'mapping.remembered', 'mapping.forgotten', 'lights.exported', 'filter.saved', 'filter.removed', 'issuer.added', 'issuer.changed', 'issuer.withdrawn', 'status-list.imported', 'proof.rechecked',
])

/** What is searched in memory as the store is at this moment, or null when it is not there (yet): then it is being read, a little at a time between other work. */
export function searchMemory(store: Store): SearchMemory | null {
  // Rows of a transaction that is not finished may yet be taken back.
  if (store.write.inTransaction) return null
  const mine = kept.get(store) ?? { memory: null, reading: false }
  kept.set(store, mine)
  if (mine.memory && isTrue(store.read, mine.memory)) return mine.memory
  mine.memory = null
  if (!mine.reading) readAside(store, mine)
  return null
}

function isTrue(db: Reader, memory: Held): boolean {
  const news = since(db, memory.mark, MOST_CHANGED)
  if (!news) return false
  const before = memory.changed.size
  for (const { application, kind } of news.entries) {
    if (application === null) {
      if (!BESIDE.has(kind)) return false
    } else if (!READS.has(kind)) memory.changed.add(application)
  }
  if (memory.changed.size > MOST_CHANGED) return false
  if (memory.changed.size > before || news.entries.some(({ application, kind }) => application !== null && !READS.has(kind))) memory.news = readWordsOf(db, [...memory.changed])
  memory.mark = news.end
  return true
}

/** Reads between other work. What changes meanwhile is read again at the end, by the same test as later on. */
function readAside(store: Store, mine: Kept): void {
  mine.reading = true
  const mark = journalEnd(store.read)
  const reading = readWords(store.read)
  const end = (memory: Held | null) => {
    mine.reading = false
    mine.memory = memory
  }
  const stretch = () => {
    if (kept.get(store) !== mine || store.write.inTransaction) return end(null)
    try {
      const until = performance.now() + STRETCH_MS
      for (;;) {
        const step = reading.next()
        if (step.done) {
          const memory: Held = { all: step.value, mark, changed: new Set(), news: readWordsOf(store.read, []) }
          return end(isTrue(store.read, memory) ? memory : null)
        }
        if (performance.now() > until) break
      }
      setImmediate(stretch)
    } catch {
      // The store has been closed, or cannot be read: whoever asks it next is told.
      end(null)
    }
  }
  setImmediate(stretch)
}
