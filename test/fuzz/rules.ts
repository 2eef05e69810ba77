import type { Random } from '../../build/sample/random.ts'
import { folders } from '../../electron/core/programmes/folders.ts'
import { programmeOf } from '../../electron/core/programmes/programmes.ts'
import { loadProgramme } from '../../electron/core/rules/load.ts'
import { packProgramme, unpackFiles } from '../../electron/core/rules/programme-file.ts'
import { type DocumentKind, documents } from '../../electron/core/rules/schema.ts'
import { readDocument } from '../../electron/core/rules/yaml.ts'
import type { FuzzReader } from './reader.ts'
import { oddText, outcomeOf, slipped } from './text.ts'

const bombs = ['a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n', '['.repeat(2000), '{a: '.repeat(500), '? [a]\n: b\n', '<<: {id: x}\n', '!!js/function "x"\n', '__proto__: {}\nconstructor: {}\n', '%YAML 1.1\n---\n'] as const
const odd = (random: Random) => (random.chance(12) ? random.pick(bombs) : oddText(random))
const programmes = Object.keys(folders)
const files = (id: string) => folders[id] ?? {}

const words = ['true', 'null', '~', '[]', '{}', '0', '-1', '1e999', '"', "''", '&a *a', '2023-02-30', '> ', '|', 'any', 'all', 'not', 'red', 'green'] as const
/** Changes whole lines as somebody who edits them would: away, twice, elsewhere, deeper, with another value. */
function edited(random: Random, text: string): string {
  const lines = text.split('\n')
  for (let left = random.below(4); left > 0; left--) {
    const at = random.below(lines.length)
    const line = lines[at] ?? ''
    switch (random.below(6)) {
      case 0: lines.splice(at, 1); break
      case 1: lines.splice(at, 0, line); break
      case 2: lines.splice(random.below(lines.length), 0, ...lines.splice(at, 1 + random.below(3))); break
      case 3: lines[at] = random.chance(50) ? `  ${line}` : line.replace(/^ {1,2}/, ''); break
      case 4: lines[at] = line.replace(/:.*$/, `: ${random.pick(words)}`); break
      default: lines[at] = line.replace(/\w+/, () => odd(random))
    }
  }
  return random.chance(50) ? slipped(random, lines.join('\n'), 2, odd) : lines.join('\n')
}

type Order = { kind: DocumentKind; name: string; text: string } | { files: Record<string, string> }
const kindOf = (name: string): DocumentKind | null => (name.startsWith('rules') ? 'rules' : Object.keys(documents).find((kind): kind is DocumentKind => name === `${kind}.yaml`) ?? null)
const single = programmes.flatMap(id => Object.entries(files(id))).flatMap(([name, text]) => { const kind = kindOf(name); return kind === null ? [] : [{ kind, name, text }] })
/** A programme without its examples can be loaded too, in a fraction of the time. */
const whole = programmes.map(id => Object.fromEntries(Object.entries(files(id)).filter(([name]) => name !== 'examples.yaml')))
const weight = (programme: Record<string, string>) => Object.values(programme).join('').length
const small = whole.filter(programme => weight(programme) < 12_000)
const LONGEST = 2500

/** The first lines of a text, which are a text of the same kind in YAML. */
const beginning = (text: string) => (text.length <= LONGEST ? text : text.slice(0, text.lastIndexOf('\n', LONGEST) + 1))

/** A file by itself, mostly; else a small programme, and now and then any. */
export const rules: FuzzReader<Order> = {
  name: 'regler', cost: 6,
  make: random => {
    const which = random.below(100)
    if (which < 90) {
      const { kind, name, text } = random.pick(single)
      return { kind, name, text: edited(random, beginning(text)) }
    }
    const programme = random.chance(97) ? random.pick(small) : random.pick(whole)
    const name = random.pick(Object.keys(programme).sort())
    return { files: { ...programme, [name]: edited(random, programme[name] ?? '') } }
  },
  read: order => outcomeOf(() => ('files' in order ? loadProgramme(order.files, programmeOf) : readDocument(order.kind, order.name, order.text))),
}

/** Some files of a programme packed as one. */
const packed = [...single.map(({ name, text }) => ({ [name]: beginning(text) })), ...small].map(packProgramme)
export const exchange: FuzzReader<string> = {
  name: 'programfil', cost: 3,
  make: random => {
    // With its hash every changed file is refused before it is looked into.
    const text = edited(random, random.pick(packed).replace(/^hash: .*\n/m, line => (random.chance(20) ? line : '')))
    return random.chance(80) ? text : text.slice(0, random.below(text.length + 1))
  },
  read: text => outcomeOf(() => unpackFiles(text)),
}
