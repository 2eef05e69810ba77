import { nativeTheme } from 'electron'
import type { Settings } from '../../shared/contract/settings.ts'
import type { SettingsKeeper } from './settings.ts'
import { speak } from './text.ts'
import { allWindows, tellWindows } from './window.ts'

/** Makes the program look as is set, now and at every change: theme of pages, menus and dialogs, language, size of text. The pages are told. */
export function followSettings(settings: SettingsKeeper): void {
  const dress = ({ theme, language }: Settings) => {
    speak(language)
    // Pages see it as the system's own wish, so that even their first picture has the right colours.
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
  }
  dress(settings.get())
  let { language } = settings.get()
  settings.onChange(now => {
    dress(now)
    for (const { webContents } of allWindows()) if (!webContents.isDestroyed()) webContents.setZoomFactor(now.zoom / 100)
    tellWindows('settings', now)
    if (now.language === language) return
    language = now.language
    // A page is in one language from its first word to its last; it keeps by itself where it was.
    for (const { webContents } of allWindows()) if (!webContents.isDestroyed()) webContents.reloadIgnoringCache()
  })
}
