import { useLayoutEffect, useState } from 'react'
import { late } from '../components/late.tsx'
import type { StoreProfile } from '../../shared/domain.ts'
import type { StoreCondition } from '../../shared/contract/views.ts'
import { announce } from '../components/announce.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { leaveFirstScreen } from '../components/firstScreen.ts'
import { useBridge } from '../components/bridge.tsx'
import { PageHeading } from '../components/PageHeading.tsx'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import { useAction } from '../components/useAction.ts'
import { useChanged } from '../components/useChanged.ts'
import { useLong } from '../components/useLong.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'
import type { Bad } from './Trouble.tsx'
import { Unlock } from './Unlock.tsx'

const FirstRun = late(async () => (await import('./FirstRun.tsx')).FirstRun)
const NewStore = late(async () => (await import('./NewStore.tsx')).NewStore)
const Recover = late(async () => (await import('./Recover.tsx')).Recover)
const Restore = late(async () => (await import('./Restore.tsx')).Restore)
const Trouble = late(async () => (await import('./Trouble.tsx')).Trouble)

export type StartStep = 'home' | 'new' | 'recover' | 'restore'

/** What comes before an open store: first run, unlocking, and what to do when a store does not open. */
export function StartPage({ onOpened }: { onOpened: () => Promise<void> }) {
  const bridge = useBridge()
  const status = useRead('store.status', {})
  const [step, setStep] = useState<StartStep>('home')
  const [found, setFound] = useState<Bad | null>(null)
  const [removing, setRemoving] = useState(false)
  const making = useLong('store.createSample')
  const opening = useAction(() => bridge.call('store.unlock', { profile: 'sample' }))
  const known = status.value !== null || status.fault !== null
  useLayoutEffect(() => {
    if (known) leaveFirstScreen()
  }, [known])
  useChanged(change => { if (change.what === 'store') void status.reload() })

  const condition = (profile: StoreProfile): StoreCondition => status.value?.stores.find(s => s.profile === profile)?.condition ?? 'none'
  const home = async () => {
    setFound(null)
    await status.reload()
    setStep('home')
  }
  const makeSample = async () => {
    const made = await making.start({})
    if (!made) return
    const now = await bridge.call('store.status', {})
    if (now.ok && !now.value.open && !(await opening.start())) return
    await onOpened()
  }
  const openSample = async () => {
    if (condition('sample') === 'none') return makeSample()
    if (await opening.start()) await onOpened()
  }
  const remakeSample = useAction(async () => {
    const removed = await bridge.call('store.removeSample', {})
    if (removed.ok) await makeSample()
    return removed
  })

  const removeSample = useAction(async () => {
    const removed = await bridge.call('store.removeSample', {})
    if (removed.ok) {
      opening.clear()
      await status.reload()
      setRemoving(false)
      announce(t.store.removeSample.done)
    }
    return removed
  })

  if (status.fault) return <div className="narrow"><FaultMessage fault={status.fault} /></div>
  if (!status.value) return null
  if (making.busy) return <div className="narrow stack"><PageHeading>{t.start.trySample}</PageHeading><ProgressPanel title={t.start.sampleMaking} progress={making.progress} stopping={making.stopping} onCancel={making.cancel} /></div>
  const work = condition('work')
  const trouble = work !== 'none' && work !== 'locked' && work !== 'open' ? work : found
  const sample = { condition: condition('sample'), busy: opening.busy, onOpen: () => void openSample(), onRemove: () => setRemoving(true) }
  const common = { sample, onStep: setStep }
  return (
    <div className="narrow stack">
      <FaultMessage fault={making.fault ?? opening.fault ?? remakeSample.fault}>
        {opening.fault && opening.fault.code !== 'store-in-use'
          ? <button type="button" className="link" onClick={() => void remakeSample.start()}>{t.start.troubleSampleAction}</button> : null}
      </FaultMessage>
      {step === 'new' ? <NewStore onOpened={onOpened} onBack={() => setStep('home')} />
        : step === 'recover' ? <Recover onOpened={onOpened} onBack={() => setStep('home')} />
          : step === 'restore' ? <Restore onDone={home} onBack={() => setStep('home')} />
            : trouble ? <Trouble condition={trouble} folder={status.value.stores.find(s => s.profile === 'work')?.folder ?? ''} onLook={() => void home()} {...common} />
              : work === 'none' ? <FirstRun {...common} />
                : <Unlock onOpened={onOpened} onTrouble={setFound} {...common} />}
      <ConfirmDialog open={removing} danger title={t.store.removeSample.heading} submit={t.store.removeSample.submit} busy={removeSample.busy} fault={removeSample.fault}
        onSubmit={() => void removeSample.start()} onClose={() => { setRemoving(false); removeSample.clear() }}>
        <p className="plain">{t.store.removeSample.body}</p>
      </ConfirmDialog>
    </div>
  )
}
