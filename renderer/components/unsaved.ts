const KINDS = ['text', 'email', 'tel', 'url', 'number', '']
type Field = HTMLTextAreaElement | HTMLInputElement
/** The fields of forms that somebody has written in, with what stood there before. */
const written = new Map<Field, string>()
const before = new WeakMap<Field, string>()

const fieldOf = (target: EventTarget | null): Field | null => {
  if (target instanceof HTMLTextAreaElement) return target
  return target instanceof HTMLInputElement && KINDS.includes(target.getAttribute('type') ?? '') && target.closest('[role="search"]') === null ? target : null
}

/** Follows what is written in the window, for `unsavedText`. What is looked for in a list or in the store is nothing to save. */
export function followWriting(): void {
  document.addEventListener('focusin', event => {
    const field = fieldOf(event.target)
    if (field && !before.has(field)) before.set(field, field.value)
  })
  document.addEventListener('input', event => {
    const field = fieldOf(event.target)
    if (field) written.set(field, before.get(field) ?? '')
  })
}

/** Whether a field in the window holds what somebody has written there and not saved: what is saved is gone from its field, or its field is gone. */
export function unsavedText(): boolean {
  for (const [field, was] of written) {
    if (!field.isConnected) written.delete(field)
    else if (field.value.trim() !== '' && field.value !== was) return true
  }
  return false
}
