import { useEffect, useState, type ComponentType } from 'react'

/**
 * A component whose code is fetched when it is first shown. Unlike React's `lazy` it shows what has come at once: a Suspense
 * boundary that has shown its fallback holds back the content for 300 ms, which is longer than the code takes to come.
 */
export function late<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let known: ComponentType<P> | null = null
  return function Late(props: P) {
    const [state, setState] = useState<{ Shown: ComponentType<P> | null; failure: Error | null }>({ Shown: known, failure: null })
    const shown = state.Shown !== null
    useEffect(() => {
      if (shown) return
      let left = false
      load().then(
        loaded => {
          known = loaded
          if (!left) setState({ Shown: loaded, failure: null })
        },
        (failure: unknown) => { if (!left) setState({ Shown: null, failure: failure instanceof Error ? failure : new Error('the code of a view did not come') }) },
      )
      return () => { left = true }
    }, [shown])
    // Told to the boundary that shows what has gone wrong.
    if (state.failure !== null) throw state.failure
    return state.Shown ? <state.Shown {...props} /> : null
  }
}
