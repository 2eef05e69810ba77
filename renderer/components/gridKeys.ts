import { KEYS, type KeyId } from '../../shared/keys.ts'

const keyOf = (id: KeyId) => KEYS[id].presses[0]?.key
/** Where a list with no marked row begins. */
const downwards: readonly KeyId[] = ['rowDown', 'screenDown', 'firstRow']
const upwards: readonly KeyId[] = ['lastRow', 'rowUp', 'screenUp']

/** Where a key moves the marked row of a list; null when the key is not for moving. `page` is how many rows fit on the screen. */
export function moveRow(key: string, active: number, count: number, page: number): number | null {
  if (count === 0) return null
  const last = count - 1
  const step = Math.max(1, page - 1)
  const within = (n: number) => Math.min(last, Math.max(0, n))
  if (active < 0) return downwards.some(id => keyOf(id) === key) ? 0 : upwards.some(id => keyOf(id) === key) ? last : null
  switch (key) {
    case keyOf('rowDown'): return within(active + 1)
    case keyOf('rowUp'): return within(active - 1)
    case keyOf('screenDown'): return within(active + step)
    case keyOf('screenUp'): return within(active - step)
    case keyOf('firstRow'): return 0
    case keyOf('lastRow'): return last
    default: return null
  }
}
