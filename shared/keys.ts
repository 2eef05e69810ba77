/** One way to press: a key as the browser names it. Letters are small; Shift counts only where it says so, since signs need it on some keyboards. */
export type Press = { key: string; ctrl?: true; alt?: true; shift?: true }
export const KEY_PLACES = ['everywhere', 'list', 'case', 'form', 'comparison', 'document'] as const
export type KeyPlace = (typeof KEY_PLACES)[number]

const ctrl = (key: string): Press => ({ key, ctrl: true })
const alt = (key: string): Press => ({ key, alt: true })

/** Every key of the program. Menu and pages listen by this table, and the sheet of keys is written from it, so that it tells what is so. */
const table = {
  search: { where: 'everywhere', presses: [ctrl('k'), { key: '/' }] },
  shortcuts: { where: 'everywhere', presses: [{ key: 'F1' }, { key: '?' }] },
  intakes: { where: 'everywhere', presses: [ctrl('i')] },
  backup: { where: 'everywhere', presses: [ctrl('b')] },
  lock: { where: 'everywhere', presses: [ctrl('l')] },
  quit: { where: 'everywhere', presses: [ctrl('q')] },
  larger: { where: 'everywhere', presses: [ctrl('+'), ctrl('=')] },
  smaller: { where: 'everywhere', presses: [ctrl('-')] },
  normalSize: { where: 'everywhere', presses: [ctrl('0')] },
  find: { where: 'list', presses: [ctrl('f')] },
  rowUp: { where: 'list', presses: [{ key: 'ArrowUp' }] },
  rowDown: { where: 'list', presses: [{ key: 'ArrowDown' }] },
  screenUp: { where: 'list', presses: [{ key: 'PageUp' }] },
  screenDown: { where: 'list', presses: [{ key: 'PageDown' }] },
  firstRow: { where: 'list', presses: [{ key: 'Home' }] },
  lastRow: { where: 'list', presses: [{ key: 'End' }] },
  openRow: { where: 'list', presses: [{ key: 'Enter' }] },
  chooseRow: { where: 'list', presses: [{ key: ' ' }] },
  chooseOn: { where: 'list', presses: [{ key: 'ArrowDown', shift: true }, { key: 'ArrowUp', shift: true }] },
  chooseOnScreen: { where: 'list', presses: [{ key: 'PageDown', shift: true }, { key: 'PageUp', shift: true }] },
  chooseAll: { where: 'list', presses: [ctrl('a')] },
  previousCase: { where: 'case', presses: [alt('ArrowLeft')] },
  nextCase: { where: 'case', presses: [alt('ArrowRight')] },
  closeForm: { where: 'form', presses: [{ key: 'Escape' }] },
  saveForm: { where: 'form', presses: [ctrl('Enter')] },
  samePerson: { where: 'comparison', presses: [{ key: 's' }] },
  otherPerson: { where: 'comparison', presses: [{ key: 'o' }] },
  skipPair: { where: 'comparison', presses: [{ key: 'h' }] },
  zoomIn: { where: 'document', presses: [{ key: '+' }] },
  zoomOut: { where: 'document', presses: [{ key: '-' }] },
  fitWidth: { where: 'document', presses: [{ key: '0' }] },
  turnRight: { where: 'document', presses: [{ key: 'r' }] },
  turnLeft: { where: 'document', presses: [{ key: 'r', shift: true }] },
  nextPage: { where: 'document', presses: [{ key: 'ArrowRight' }, { key: 'PageDown' }] },
  previousPage: { where: 'document', presses: [{ key: 'ArrowLeft' }, { key: 'PageUp' }] },
} as const satisfies Record<string, { where: KeyPlace; presses: readonly Press[] }>

export type KeyId = keyof typeof table
export const KEYS: Readonly<Record<KeyId, { where: KeyPlace; presses: readonly Press[] }>> = table
export const KEY_IDS = Object.keys(table) as KeyId[]

type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }
const isLetter = (key: string) => /^[a-zåäö]$/.test(key)

/** Whether a key that was pressed is this one. */
export function isKey(event: Pressed, id: KeyId): boolean {
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return KEYS[id].presses.some(({ key, ctrl: withCtrl = false, alt: withAlt = false, shift = false }) =>
    pressed === key && (event.ctrlKey || event.metaKey) === withCtrl && event.altKey === withAlt && (isLetter(key) ? event.shiftKey === shift : !shift || event.shiftKey))
}

/** The key as the menu names it. */
export function acceleratorOf(id: KeyId, at = 0): string {
  const { key, ctrl: withCtrl, alt: withAlt, shift } = KEYS[id].presses[at] ?? { key: '' }
  const name = key === '+' ? 'Plus' : key.length === 1 ? key.toUpperCase() : key
  return [withCtrl ? 'CmdOrCtrl' : '', withAlt ? 'Alt' : '', shift ? 'Shift' : '', name].filter(Boolean).join('+')
}
