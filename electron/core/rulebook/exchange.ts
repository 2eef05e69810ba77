import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { ImportReport } from '../../../shared/contract/rules.ts'
import { Fault } from '../../../shared/fault.ts'
import { programmeIds } from '../programmes/programmes.ts'
import { programmeIn, programmesIn } from '../cases/programmes-in-store.ts'
import type { Context } from '../context.ts'
import { filesHash, newVersions, packProgramme, requireExamples, unpackProgramme } from '../rules/programme-file.ts'
import { writeFileAtomic } from '../store/files.ts'
import { change } from '../store/store.ts'

const MOST_BYTES = 8_000_000

/** Saves a programme as one text file with a hash over its content. */
export function exportProgramme({ store }: Context, { programme, path }: { programme: string; path: string }): { name: string } {
  writeFileAtomic(path, packProgramme(programmeIn(store.read, programme).files))
  return { name: basename(path) }
}

/**
 * Takes a programme file into the store beside what came with the program. A changed version needs a name and a first day of its own.
 * Throws Fault programme-file-broken, programme-file-altered, programme-version-taken, programme-examples or rules-broken; nothing is stored then.
 */
export function importProgramme(context: Context, { path }: { path: string }): ImportReport {
  const { store } = context
  const programme = unpackProgramme(readText(path), id => programmeIn(store.read, id))
  const known = programmeIds.includes(programme.id) || programmesIn(store.read).some(p => p.programme.id === programme.id) ? programmeIn(store.read, programme.id) : null
  const fresh = newVersions(programme, known)
  requireExamples(programme)
  const lost = known?.versions.find(v => !programme.versions.some(p => p.version === v.version))
  if (lost) throw new Fault('programme-file-broken', { message: `version ${lost.version} saknas; en version som har funnits ska finnas kvar` })
  change(store, () => store.record({ kind: 'programme.imported', body: JSON.stringify({ id: programme.id, hash: filesHash(programme.files), files: programme.files }) }))
  context.changed({ what: 'rules' })
  return { programme: programme.id, title: programme.title, newVersions: fresh, versions: programme.versions.length, examples: programme.examples.list.length }
}

function readText(path: string): string {
  try {
    const info = statSync(path)
    // A pipe would be waited for without end.
    if (!info.isFile()) throw new Fault('programme-file-broken', { message: 'den är ingen vanlig fil' })
    if (info.size > MOST_BYTES) throw new Fault('programme-file-broken', { message: 'den är orimligt stor' })
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault('programme-file-broken', { message: 'den går inte att läsa som text (UTF-8)' })
  }
}
