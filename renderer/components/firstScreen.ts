const drawnScreen = () => (typeof document === 'undefined' ? null : document.getElementById('first'))

/** What was typed on the first screen before there was a program to take it. Where the screen itself is drawn there is no page to ask. */
export function typedAhead(): string {
  return drawnScreen()?.querySelector('input')?.value ?? ''
}

/** Takes the drawn first screen away, when the page has something to show in its place; what was pressed on it is pressed there. */
export function leaveFirstScreen(): void {
  const drawn = drawnScreen()
  if (!drawn) return
  const { pressed } = drawn.dataset
  drawn.remove()
  if (pressed !== undefined) setTimeout(() => [...document.querySelectorAll('button')].find(button => button.textContent === pressed)?.click())
}
