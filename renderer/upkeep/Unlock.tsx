import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { useState, type FormEvent } from 'react'
import type { FaultCode } from '../../shared/fault.ts'
import { useBridge } from '../components/bridge.tsx'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { typedAhead } from '../components/firstScreen.ts'
import { PageHeading } from '../components/PageHeading.tsx'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'
import { faultSentence } from '../text/words.ts'
import { SampleButtons, type Sample } from './SampleButtons.tsx'
import type { StartStep } from './StartPage.tsx'
import type { Bad } from './Trouble.tsx'

type Props = { onOpened: () => Promise<void>; onTrouble: (condition: Bad) => void; sample: Sample; onStep: (step: StartStep) => void }

/** What is found out about a store only when its key is tried. */
const troubleOf: Partial<Record<FaultCode, Bad>> = { 'store-file-missing': 'file-missing', 'store-damaged': 'damaged', 'store-newer': 'newer', 'store-key-damaged': 'key-damaged', 'store-key-missing': 'key-missing' }

/** The work store's lock. A wrong passphrase is said at the field, and the field keeps focus. */
export function Unlock({ onOpened, onTrouble, sample, onStep }: Props) {
  const bridge = useBridge()
  const [passphrase, setPassphrase] = useState(typedAhead)
  const [empty, setEmpty] = useState(false)
  const unlock = useAction(async () => {
    const result = await bridge.call('store.unlock', { profile: 'work', passphrase })
    const trouble = result.ok ? undefined : troubleOf[result.fault.code]
    if (result.ok) await onOpened()
    else if (trouble) onTrouble(trouble)
    return result
  })
  const atField = unlock.fault && (unlock.fault.code === 'passphrase-wrong' || unlock.fault.code === 'passphrase-short')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const field = event.currentTarget.querySelector('input')
    setEmpty(!passphrase)
    if (!passphrase) field?.focus()
    else void unlock.start().then(done => { if (!done) field?.select() })
  }
  return (
    <>
      <PageHeading takeFocus={false}>{t.start.workHeading}</PageHeading>
      <form className="panel stack" noValidate onSubmit={submit}>
        <TextField
          label={t.start.passphrase} type="password" size="small" autoComplete="current-password" autoFocus value={passphrase}
          error={empty ? t.start.create.passphraseMissing : atField && unlock.fault ? faultSentence(unlock.fault) : undefined}
          onChange={e => { setPassphrase(e.target.value); setEmpty(false); unlock.clear() }}
        />
        <FaultMessage fault={atField ? null : unlock.fault} />
        <div className="actions"><Button type="submit" size="small" loading={unlock.busy}>{t.start.unlock}</Button></div>
      </form>
      <section className="stack-tight" aria-label={t.start.other}>
        <div className="actions flush">
          <Button type="button" size="small" variant="tertiary" onClick={() => onStep('recover')}>{t.start.useCode}</Button>
          <Button type="button" size="small" variant="tertiary" onClick={() => onStep('restore')}>{t.start.restore}</Button>
        </div>
        <div className="actions flush"><SampleButtons sample={sample} /></div>
      </section>
    </>
  )
}
