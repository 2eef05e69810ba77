import { useScreen } from './state.ts'

type Forgetter = () => void
const forgetters = new Set<Forgetter>()

/** Rooms that remember something of the open store (a list's place, a chosen filter) leave here how to forget it. */
export function onForget(forgetter: Forgetter): void {
  forgetters.add(forgetter)
}

/** The store has been locked: nothing of it may stay on the screen or in the page's memory. */
export function forget(): void {
  for (const one of forgetters) one()
  useScreen.setState({ view: { room: 'start' }, session: null, intakeName: null, shortcuts: false, glossary: false, idle: false, languageAsk: false })
}
