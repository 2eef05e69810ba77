import { Provider } from '@navikt/ds-react/Provider'
import { useMemo } from 'react'
import { Announcer } from '../components/announce.tsx'
import { BridgeProvider } from '../components/bridge.tsx'
import { aksel } from '../text/aksel.ts'
import { findBridge, guarded } from './bridge.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { forget } from './forget.ts'
import { Frame } from './Frame.tsx'
import { Roles } from './Roles.tsx'
import { useCommands } from './useCommands.ts'
import { Views } from './Views.tsx'
import { FaultMessage } from '../components/FaultMessage.tsx'

/** The page: providers around the frame and the view. Nothing waits for data before the first paint. */
export function App() {
  const bridge = useMemo(() => {
    const found = findBridge()
    return found ? guarded(found, forget) : null
  }, [])
  return (
    <Provider locale={aksel}>
      {bridge ? (
        <BridgeProvider value={bridge}>
          <Commands />
          <Roles>
            <Frame>
              <ErrorBoundary><Views /></ErrorBoundary>
            </Frame>
          </Roles>
          <Announcer />
        </BridgeProvider>
      ) : <FaultMessage fault={{ code: 'sender-refused', params: {} }} />}
    </Provider>
  )
}

function Commands() {
  useCommands()
  return null
}
