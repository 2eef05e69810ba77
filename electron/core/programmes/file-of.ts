import type { Programme } from '../rules/load.ts'
import { folders } from './folders.ts'

/**
 * A file of a programme that holds data beside its rules. One that does not have it takes that of the programme it is like, and one that was
 * changed outside before there was such a file, that of its namesake that comes with the program; undefined where none has it.
 */
export function besideRules(programme: Programme, name: 'credentials.yaml' | 'sharing.yaml' | 'requests.yaml', other: (id: string) => Programme): string | undefined {
  const own = programme.files[name] ?? folders[programme.id]?.[name]
  if (own !== undefined) return own
  const like = /^like:\s*\{?\s*programme:\s*([a-z][a-z0-9-]*)/m.exec(programme.files['programme.yaml'] ?? '')?.[1]
  return like === undefined || like === programme.id ? undefined : besideRules(other(like), name, other)
}
