import { Button } from '@navikt/ds-react/Button'
import { BodyLong } from '@navikt/ds-react/Typography'
import { PlusIcon } from '@navikt/aksel-icons'
import { useState } from 'react'
import type { IntakeView } from '../../shared/contract/views.ts'
import type { Result } from '../../shared/fault.ts'
import { Allowed } from '../components/Allowed.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { PageHeading } from '../components/PageHeading.tsx'
import { useBridge } from '../components/bridge.tsx'
import { fileNamePart } from '../components/fileName.ts'
import { useAction } from '../components/useAction.ts'
import { useChanged } from '../components/useChanged.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'
import { IntakeCard } from './IntakeCard.tsx'
import { IntakeDialog } from './IntakeDialog.tsx'

type Props = { onList: (intake: IntakeView) => void; onReadFiles: (intake: IntakeView) => void; onReadDocuments: (intake: IntakeView) => void }

/** All intakes with what has become of their applicants. */
export function IntakesPage({ onList, onReadFiles, onReadDocuments }: Props) {
  const bridge = useBridge()
  const text = t.intake.list
  const intakes = useRead('intake.list', {})
  const [dialog, setDialog] = useState<{ edited: IntakeView | null } | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  useChanged(() => void intakes.reload())
  const exportLights = useAction(async (intake: IntakeView): Promise<Result<unknown>> => {
    setSaved(null)
    const target = await bridge.chooseTarget('lights', text.exportName(fileNamePart(intake.name)))
    if (!target.ok) return target
    if (!target.value) return { ok: true, value: null }
    const result = await bridge.call('intake.exportLights', { intakeId: intake.id, path: target.value.token })
    if (result.ok) setSaved(text.exported(result.value.name, result.value.rows) + t.proof.consent.left(result.value.withdrawn, result.value.notCovered))
    return result
  })
  const titles = new Map((intakes.value ?? []).map(i => [i.programme, i.programmeTitle]))
  return (
    <div className="wide stack">
      <PageHeading term="intake" actions={<Allowed role="administer" what={text.create}><Button type="button" size="small" icon={<PlusIcon aria-hidden />} onClick={() => setDialog({ edited: null })}>{text.create}</Button></Allowed>}>{text.heading}</PageHeading>
      {saved ? <Notice status="success">{saved}</Notice> : null}
      <FaultMessage fault={intakes.fault ?? exportLights.fault} />
      {intakes.value?.length === 0 ? (
        <section className="panel stack-tight">
          <strong>{text.empty}</strong>
          <BodyLong size="small">{text.emptyBody}</BodyLong>
        </section>
      ) : null}
      <ul className="cards">
        {intakes.value?.map(intake => (
          <li key={intake.id}>
            <IntakeCard
              intake={intake} exporting={exportLights.busy} onList={() => onList(intake)} onReadFiles={() => onReadFiles(intake)} onReadDocuments={() => onReadDocuments(intake)}
              onEdit={() => setDialog({ edited: intake })} onExport={() => void exportLights.start(intake)} onUndone={name => { setSaved(t.changes.undo.done(name)); void intakes.reload(); document.querySelector<HTMLElement>('main h1')?.focus() }}
            />
          </li>
        ))}
      </ul>
      {dialog ? <IntakeDialog edited={dialog.edited} titles={titles} onClose={() => setDialog(null)} onDone={() => { setDialog(null); void intakes.reload() }} /> : null}
    </div>
  )
}
