import { create } from 'zustand'

const useSaid = create<{ text: string; turn: number }>(() => ({ text: '', turn: 0 }))

/** Says something politely to a screen reader; the same words twice are said twice. */
export function announce(text: string): void {
  useSaid.setState(s => ({ text, turn: s.turn + 1 }))
}

/** The page's one polite live region. */
export function Announcer() {
  const { text, turn } = useSaid()
  return <div className="aksel-sr-only" role="status" aria-live="polite" data-testid="announcer"><span key={turn}>{text}</span></div>
}
