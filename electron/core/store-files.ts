import { existsSync } from 'node:fs'
import type { StoreProfile } from '../../shared/domain.ts'
import { storePaths } from './store/paths.ts'

/** Whether a store's files are where they should be. Whether they are whole is found out when it is opened. */
export function hasStoreFiles(root: string, profile: StoreProfile): boolean {
  const { database, key } = storePaths(root, profile)
  return existsSync(database) && existsSync(key)
}
