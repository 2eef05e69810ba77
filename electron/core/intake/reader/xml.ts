import { SaxesParser } from 'saxes'

/** What is heard of an XML text, names without their prefix. Text between two tags comes as one piece or several. */
export type XmlEars = { open(name: string, attributes: Readonly<Record<string, string>>): void; close?(name: string): void; text?(text: string): void }

/** Tables lie a dozen levels deep; what goes on much further would only fill the memory. */
const DEEPEST = 100
/** So much text without any tag is no cell. */
const LONGEST_SILENCE = 32_000_000

const local = (name: string) => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Makes a reader of an XML text that comes in pieces. No entity but XML's own five is known. Both functions throw when the text is not well formed. */
export function xmlReader(ears: XmlEars): { write(piece: string): void; end(): void } {
  const parser = new SaxesParser({ position: false, xmlns: false })
  let depth = 0
  let silence = 0
  parser.on('opentag', tag => {
    silence = 0
    if (++depth > DEEPEST) throw new Error('too deep')
    ears.open(local(tag.name), tag.attributes)
  })
  parser.on('closetag', tag => {
    silence = 0
    depth--
    ears.close?.(local(tag.name))
  })
  const text = ears.text
  if (text) {
    parser.on('text', piece => text(piece))
    parser.on('cdata', piece => text(piece))
  }
  return {
    write: piece => {
      silence += piece.length
      parser.write(piece)
      if (silence > LONGEST_SILENCE) throw new Error('nothing but text')
    },
    end: () => void parser.close(),
  }
}
