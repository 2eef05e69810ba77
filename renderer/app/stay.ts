import { useScreen } from './state.ts'

const place = 'stay'

/**
 * Keeps where one is while the page is loaded anew, as when the language changes: the store stays open in the core meanwhile. It lies
 * in the page's own memory, and only from the moment the page goes until the next one has taken it out again.
 */
export function stayWhenLoadedAnew(): void {
  const kept = sessionStorage.getItem(place)
  sessionStorage.removeItem(place)
  // Written by this page a moment ago. Had the store been locked since, the first call says so and everything is forgotten.
  if (kept !== null) useScreen.setState(JSON.parse(kept) as Partial<ReturnType<typeof useScreen.getState>>)
  window.addEventListener('pagehide', () => {
    const { view, session, intakeName } = useScreen.getState()
    if (session) sessionStorage.setItem(place, JSON.stringify({ view, session, intakeName }))
  })
}
