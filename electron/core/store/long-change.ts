import { Fault } from '../../../shared/fault.ts'
import { CACHE_MB, LONG_WRITE_CACHE_MB } from './database.ts'
import type { Store } from './store.ts'

/** Runs a long change that gives others their turn: all of it with its journal entries, or nothing. Throws Fault store-busy while another is under way. */
export async function changeLong<T>(store: Store, work: () => Promise<T>): Promise<T> {
  if (store.write.inTransaction) throw new Fault('store-busy')
  store.write.cache(LONG_WRITE_CACHE_MB)
  store.write.putOffMoving()
  store.write.begin()
  try {
    const result = await work()
    store.write.commit()
    return result
  } finally {
    if (store.write.inTransaction) store.write.rollback()
    store.journal.reset()
    store.write.cache(CACHE_MB)
  }
}
