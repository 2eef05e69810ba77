import type { Reader } from '../store/database.ts'
import type { EntryKind } from '../store/journal.ts'
import { journalEnd, type Mark, since, type Stretch } from '../store/journal-mark.ts'
import type { Store } from '../store/store.ts'
import { readIndex } from './list-build.ts'
import { type ListIndex, rereadRows } from './list-index.ts'

type Memory = { intake: number; mark: Mark; index: ListIndex }
type Kept = { memory: Memory | null; reading: number | null }

const kept = new WeakMap<Store, Kept>()
/** More entries than these come from a file being taken in: then reading everything anew is quicker. */
const MOST_ENTRIES = 2000
/** How long others wait at most for a stretch of the reading, about. */
const STRETCH_MS = 6

/** Entries that change no row of the list although they name no case. Any other such entry makes the list be read anew. */
const BESIDE: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'caseworker.added', 'caseworker.changed', 'caseworker.ended', 'caseworker.passphrase-set', 'store.setting', 'log.read', 'log.exported', 'passphrase.changed', 'recovery.renewed', 'backup.created', 'journal.verified', 'intake.created', 'file.opened', 'file.taken', 'lights.exported', 'mapping.remembered', 'mapping.forgotten', 'issuer.added', 'issuer.changed', 'issuer.withdrawn', 'status-list.imported', 'proof.rechecked', 'filter.saved', 'filter.removed',
])

/**
 * The intake's list in memory as the store is at this moment, or null when it is not there (yet): then it is being read, a little at a time
 * between other work, and the store is asked instead. Every change of a case is an entry of the journal that names the case, so what is in
 * memory is made true again by reading the cases that the entries since last time name.
 */
export function listInMemory(store: Store, intake: number): ListIndex | null {
  // Rows of a transaction that is not finished may yet be taken back.
  if (store.write.inTransaction) return null
  const mine = kept.get(store) ?? { memory: null, reading: null }
  kept.set(store, mine)
  const { memory } = mine
  if (memory?.intake === intake && isTrue(store.read, memory)) return memory.index
  if (mine.reading !== intake) {
    mine.memory = null
    mine.reading = intake
    readAside(store, intake, mine)
  }
  return null
}

function isTrue(db: Reader, memory: Memory): boolean {
  const news = since(db, memory.mark, MOST_ENTRIES, filesOfOthers(db, memory.intake, memory.mark))
  if (!news) return false
  const touched = new Set<number>()
  for (const entry of news.entries) {
    if (entry.application !== null) touched.add(entry.application)
    else if (!BESIDE.has(entry.kind)) return false
  }
  if (!rereadRows(db, memory.index, memory.intake, [...touched])) return false
  memory.mark = news.end
  return true
}

/** What was entered while files were taken into other intakes: a file's rows concern no cases but those of its own. */
const filesOfOthers = (db: Reader, intake: number, { seq }: Mark): Stretch[] =>
  db.all<Stretch>('SELECT opened_seq AS "from", taken_seq AS "to" FROM intake_file WHERE intake <> ? AND opened_seq > ? AND taken_seq IS NOT NULL ORDER BY opened_seq', intake, seq)

/** Reads the list between other work. What changes meanwhile is read again at the end, by the same test as later on. */
function readAside(store: Store, intake: number, mine: Kept): void {
  const stillWanted = () => kept.get(store) === mine && mine.reading === intake && !store.write.inTransaction
  const mark = journalEnd(store.read)
  const reading = readIndex(store.read, intake)
  const stretch = () => {
    if (!stillWanted()) return end(null)
    try {
      const until = performance.now() + STRETCH_MS
      for (;;) {
        const step = reading.next()
        if (step.done) {
          const memory: Memory = { intake, mark, index: step.value }
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
  const end = (memory: Memory | null) => {
    if (mine.reading !== intake) return
    mine.reading = null
    mine.memory = memory
  }
  setImmediate(stretch)
}
