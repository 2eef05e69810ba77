import { type Settings, type SettingsChange, storedSettings } from '../../shared/contract/settings.ts'
import { keepJson, readJson } from './kept.ts'

export type SettingsKeeper = {
  get(): Settings
  /** Changes and keeps the given ones and tells of them; gives all. */
  set(change: SettingsChange): Settings
  onChange(listener: (settings: Settings) => void): void
}
const fileName = 'installningar.json'

/** How the program looks on this machine, kept in its folder. A file that is missing or makes no sense counts as the first time. */
export function openSettings(folder: string): SettingsKeeper {
  const stored = readJson(folder, fileName)
  let now = storedSettings.parse(typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? stored : {})
  const listeners: ((settings: Settings) => void)[] = []
  return {
    get: () => now,
    set(change) {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      now = storedSettings.parse({ ...now, ...given })
      keepJson(folder, fileName, now)
      for (const listener of listeners) listener(now)
      return now
    },
    onChange: listener => void listeners.push(listener),
  }
}
