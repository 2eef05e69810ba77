/** The texts of a list's rows, joined block by block: one look through a long text is several times faster than a hundred thousand through short ones. */
export type Texts = { readonly size: number; readonly blocks: readonly Block[] }
type Block = { text: string; /** Where each row's text begins; one more than there are rows. */ starts: Int32Array }

/** Rows per block: letters outside Latin-1 double a text's memory, and should do so only near where they are. */
const PER_BLOCK = 1000

/** Collects texts in the order of rows; `done` gives them all. */
export function collectTexts(): { add(text: string): void; done(): Texts } {
  const blocks: Block[] = []
  let rows: string[] = []
  let size = 0
  const close = () => {
    const starts = new Int32Array(rows.length + 1)
    rows.forEach((row, i) => { starts[i + 1] = (starts[i] ?? 0) + row.length })
    blocks.push({ text: rows.join(''), starts })
    rows = []
  }
  return {
    add: text => {
      rows.push(text)
      size++
      if (rows.length === PER_BLOCK) close()
    },
    done: () => {
      if (rows.length > 0) close()
      return { size, blocks }
    },
  }
}

/** 1 for every row whose text holds every word, else 0. */
export function findWords(texts: Texts, words: readonly string[]): Uint8Array {
  // The longest word is in the fewest rows: it is looked for in all of them, the others only where it was found.
  const [rarest = '', ...others] = [...words].sort((a, b) => b.length - a.length)
  const found = new Uint8Array(texts.size)
  texts.blocks.forEach(({ text, starts }, block) => {
    let row = 0
    for (let at = text.indexOf(rarest); at >= 0; ) {
      while ((starts[row + 1] ?? text.length) <= at) row++
      const end = starts[row + 1] ?? text.length
      if (at + rarest.length > end) {
        // It begins in one person's text and ends in the next.
        at = text.indexOf(rarest, at + 1)
        continue
      }
      if (others.length === 0 || holds(text.slice(starts[row], end), others)) found[block * PER_BLOCK + row] = 1
      at = text.indexOf(rarest, end)
    }
  })
  return found
}

function holds(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false
  return true
}
