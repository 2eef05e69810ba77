import { Button } from '@navikt/ds-react/Button'
import { useState } from 'react'
import type { SavedLetters } from '../../shared/contract/desk.ts'
import type { OperationInput } from '../../shared/contract/operations.ts'
import { useBridge } from '../components/bridge.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import { useAction } from '../components/useAction.ts'
import { useLong } from '../components/useLong.ts'
import { t } from '../text/t.ts'

type Chosen = OperationInput<'desk.saveLetters'>['chosen']

/** Saves the newest letter of each of some cases in a folder that is asked for. */
export function useSaveLetters(intakeId: number) {
  const bridge = useBridge()
  const [saved, setSaved] = useState<SavedLetters | null>(null)
  const folder = useAction(() => bridge.chooseTarget('letters', ''))
  const long = useLong('desk.saveLetters')
  const start = async (chosen: Chosen) => {
    long.clear()
    setSaved(null)
    const target = await folder.start()
    if (!target?.value) return
    const found = await long.start({ intakeId, chosen, path: target.value.token })
    if (found) setSaved(found.value)
  }
  return { start, saved, long, busy: folder.busy || long.busy, fault: folder.fault ?? (long.fault?.code === 'cancelled' ? null : long.fault) }
}

/** How far the saving has come, and what became of it. */
export function SavedTold({ saving: { long, saved, fault } }: { saving: ReturnType<typeof useSaveLetters> }) {
  const text = t.desk.bulk.letters
  return (
    <>
      {long.busy ? <ProgressPanel title={text.running} progress={long.progress} stopping={long.stopping} onCancel={long.cancel} /> : null}
      {saved ? <Notice status="success">{[text.saved(saved.folder, saved.saved), saved.without > 0 ? text.without(saved.without) : '', saved.protected > 0 ? text.protected(saved.protected) : ''].filter(Boolean).join(' ')}</Notice> : null}
      <FaultMessage fault={fault} />
    </>
  )
}

/** The same for the chosen cases of a list. */
export function SaveLetters({ intakeId, chosen }: { intakeId: number; chosen: Chosen }) {
  const saving = useSaveLetters(intakeId)
  return (
    <>
      <Button type="button" size="small" variant="secondary" loading={saving.busy} onClick={() => void saving.start(chosen)}>{t.desk.bulk.letters.save}</Button>
      {saving.long.busy || saving.saved || saving.fault ? <div className="bulk-told"><SavedTold saving={saving} /></div> : null}
    </>
  )
}
