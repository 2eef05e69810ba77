/** Where a key moves the marked row of a list; null when the key is not for moving. `page` is how many rows fit on the screen. */
export function moveRow(key: string, active: number, count: number, page: number): number | null {
  if (count === 0) return null
  const last = count - 1
  const step = Math.max(1, page - 1)
  const within = (n: number) => Math.min(last, Math.max(0, n))
  if (active < 0) return ['ArrowDown', 'PageDown', 'Home'].includes(key) ? 0 : ['End', 'ArrowUp', 'PageUp'].includes(key) ? last : null
  switch (key) {
    case 'ArrowDown': return within(active + 1)
    case 'ArrowUp': return within(active - 1)
    case 'PageDown': return within(active + step)
    case 'PageUp': return within(active - step)
    case 'Home': return 0
    case 'End': return last
    default: return null
  }
}
