import { Menu, app, dialog, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'
import type { Command } from '../../shared/contract/bridge.ts'
import { THEMES } from '../../shared/domain.ts'
import { acceleratorOf } from '../../shared/keys.ts'
import type { SettingsKeeper } from './settings.ts'
import { LANGUAGES, type Language } from '../../shared/domain.ts'
import { languageNames, textIn } from './text.ts'
import { zoomSteps } from './zoom.ts'

/** Puts the program's menu in place. Commands go to the page of the window that has the focus. */
export function setMenu(windows: () => BrowserWindow[], dev: boolean, settings: SettingsKeeper): void {
  const put = () => Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(windows, dev, settings, put)))
  put()
  // The theme may be chosen in the page too; the mark in the menu stands where it belongs.
  settings.onChange(put)
}

/** The menu as data; `put` lays it anew, with its marks as the settings are. Reloading and developer tools are only there while developing. */
export function menuTemplate(windows: () => BrowserWindow[], dev: boolean, settings: SettingsKeeper, put: () => void): MenuItemConstructorOptions[] {
  const text = textIn(settings.get().language).menu
  const front = () => windows().find(window => window.isFocused()) ?? windows()[0]
  const command = (label: string, name: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => front()?.webContents.send('command', name),
  })
  const zoomBy = (label: string, accelerator: string, next: (percent: number) => number, more: MenuItemConstructorOptions = {}): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => void settings.set({ zoom: next(settings.get().zoom) }),
    ...more,
  })
  // The page loads anew in its other language; it asks first where something is written in it that is not saved.
  const choose = (language: Language) => {
    const window = front()
    if (!window || language === settings.get().language) return void settings.set({ language })
    window.webContents.send('command', 'other-language' satisfies Command)
    // The click has marked the other language, and the answer may be to stay.
    put()
  }
  const line: MenuItemConstructorOptions = { type: 'separator' }

  return [
    {
      label: text.file,
      submenu: [command(text.intakes, 'intakes', acceleratorOf('intakes')), line, command(text.backup, 'backup', acceleratorOf('backup')), command(text.passphrase, 'passphrase'), line,
        command(text.lock, 'lock', acceleratorOf('lock')), { label: text.quit, role: 'quit', accelerator: acceleratorOf('quit') }],
    },
    {
      label: text.edit,
      submenu: [{ label: text.undo, role: 'undo' }, { label: text.redo, role: 'redo' }, line, { label: text.cut, role: 'cut' }, { label: text.copy, role: 'copy' },
        { label: text.paste, role: 'pasteAndMatchStyle', accelerator: 'CmdOrCtrl+V' }, { label: text.remove, role: 'delete' }, line, { label: text.selectAll, role: 'selectAll' }],
    },
    {
      label: text.view,
      submenu: [
        zoomBy(text.larger, acceleratorOf('larger'), zoomSteps.in),
        zoomBy(text.larger, acceleratorOf('larger', 1), zoomSteps.in, { visible: false, acceleratorWorksWhenHidden: true }),
        zoomBy(text.smaller, acceleratorOf('smaller'), zoomSteps.out),
        zoomBy(text.normal, acceleratorOf('normalSize'), () => 100),
        line,
        { label: text.look, submenu: THEMES.map(theme => ({ label: text.themes[theme], type: 'radio' as const, checked: settings.get().theme === theme, click: () => void settings.set({ theme }) })) },
        { label: text.language, submenu: LANGUAGES.map(language => ({ label: languageNames[language], type: 'radio' as const, checked: settings.get().language === language, click: () => choose(language) })) },
        line,
        { label: text.fullScreen, role: 'togglefullscreen' },
        ...(dev ? [line, { label: text.devTools, role: 'toggleDevTools' } satisfies MenuItemConstructorOptions] : []),
      ],
    },
    { label: text.case, submenu: [command(text.search, 'search', acceleratorOf('search')), command(text.find, 'find', acceleratorOf('find'))] },
    {
      label: text.help,
      submenu: [command(text.shortcuts, 'shortcuts', acceleratorOf('shortcuts')), line, { label: text.about, click: () => void showAbout(front(), settings.get().language) }],
    },
  ]
}

async function showAbout(window: BrowserWindow | undefined, language: Language): Promise<void> {
  const { title, message, detail, button } = textIn(language).about(app.getVersion())
  const options = { type: 'info' as const, title, message, detail, buttons: [button], noLink: true }
  await (window === undefined ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options))
}
