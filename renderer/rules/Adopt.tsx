import { Button } from '@navikt/ds-react/Button'
import { useState } from 'react'
import type { WhatIfSummary } from '../../shared/contract/rules.ts'
import { Allowed } from '../components/Allowed.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import { useLong } from '../components/useLong.ts'
import { t } from '../text/t.ts'

/** True when the answer is about a version as it is written, and another than the intake has. */
export function adoptable({ before, after }: Pick<WhatIfSummary, 'before' | 'after'>): boolean {
  return !after.edited && after.version !== before.version
}

/** Lets the intake be judged by the version that was asked about, once somebody has read what it means. */
export function Adopt({ answer, stale, onAdopted }: { answer: WhatIfSummary; stale: boolean; onAdopted: (said: string) => Promise<void> }) {
  const text = t.rules.whatIf
  const [asking, setAsking] = useState(false)
  const adopt = useLong('rules.adopt')
  const { intake, after } = answer
  if (!adoptable(answer) || stale) return null
  const submit = async () => {
    const done = await adopt.start({ intakeId: intake.id, version: after.version })
    if (!done) return
    setAsking(false)
    await onAdopted(text.adopted(intake.name, done.value.version, done.value.changed, done.value.total))
  }
  return (
    <>
      <Allowed role="administer" what={text.adoptNeeds}><Button type="button" size="small" onClick={() => { adopt.clear(); setAsking(true) }}>{text.adopt(after.version, intake.name)}</Button></Allowed>
      <ConfirmDialog open={asking} title={text.adoptTitle(after.version, intake.name)} submit={text.adoptSubmit} busy={adopt.busy} fault={adopt.fault} width="medium" onClose={() => setAsking(false)} onSubmit={() => void submit()}>
        <p className="plain">{text.adoptCases(answer.changed, answer.total)}</p>
        {answer.changed > 0 ? <p className="plain">{text.adoptEstablished(answer.established)}</p> : null}
        <p className="plain">{text.adoptJournal}</p>
        {adopt.busy ? <ProgressPanel title={text.adopting} progress={adopt.progress} stopping={adopt.stopping} onCancel={adopt.cancel} /> : null}
      </ConfirmDialog>
    </>
  )
}
