import { join } from 'node:path'
import type { StoreProfile } from '../../../shared/domain.ts'

export type StorePaths = { folder: string; database: string; key: string; spool: string }
const FOLDER: Record<StoreProfile, string> = { work: 'arbete', sample: 'exempel' }

/** Where a store lies. */
export function storePaths(root: string, profile: StoreProfile): StorePaths {
  const folder = join(root, FOLDER[profile])
  return { folder, database: join(folder, 'lager.db'), key: join(folder, 'nyckel.json'), spool: join(folder, 'lasningar.db') }
}
