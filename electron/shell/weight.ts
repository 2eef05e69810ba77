const perValue = 8
const deepest = 20

/**
 * Whether a message from a page is heavier than so many bytes, or nested deeper than any real one. Stops counting as soon as it is.
 * @param value what structured clone delivers
 */
export function isTooHeavy(value: unknown, limitBytes: number): boolean {
  let left = limitBytes
  function weigh(part: unknown, depth: number): void {
    left -= typeof part === 'string' ? perValue + part.length * 2 : perValue
    if (left < 0 || typeof part !== 'object' || part === null) return
    if (depth > deepest) left = -1
    else if (part instanceof ArrayBuffer) left -= part.byteLength
    else if (ArrayBuffer.isView(part)) left -= part.buffer.byteLength
    else if (part instanceof Map || part instanceof Set) left = -1
    else for (const key of Object.keys(part)) {
      if (left < 0) return
      left -= key.length * 2
      weigh(Object.getOwnPropertyDescriptor(part, key)?.value, depth + 1)
    }
  }
  weigh(value, 0)
  return left < 0
}
