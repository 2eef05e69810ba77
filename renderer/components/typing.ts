/** Whether a key belongs to a field that is being written in, or to a dialog: then a single sign is no command. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [role="menu"], [role="dialog"], dialog') !== null
}
