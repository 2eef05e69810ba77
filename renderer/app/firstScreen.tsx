import { Provider } from '@navikt/ds-react/Provider'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Bridge } from '../../shared/contract/bridge.ts'
import { BridgeProvider } from '../components/bridge.tsx'
import { aksel } from '../text/aksel.ts'
import { Unlock } from '../upkeep/Unlock.tsx'
import { Frame } from './Frame.tsx'

const nothing = () => undefined

/** The lock of a work store as markup. It is drawn when the program is built and has no code: whoever drew it answers when it has come. */
export function firstScreen(sample: boolean): string {
  return renderToStaticMarkup(
    <Provider locale={aksel}>
      <BridgeProvider value={{} as Bridge}>
        <Frame>
          <div className="narrow stack">
            <Unlock onOpened={() => Promise.resolve()} onTrouble={nothing} onStep={nothing} sample={{ condition: sample ? 'locked' : 'none', busy: false, onOpen: nothing, onRemove: nothing }} />
          </div>
        </Frame>
      </BridgeProvider>
    </Provider>,
  )
}
