import { Select } from '@navikt/ds-react/Select'
import { Textarea } from '@navikt/ds-react/Textarea'
import { useState } from 'react'
import type { CaseView } from '../../shared/contract/views.ts'
import type { FaultInfo } from '../../shared/fault.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { SwedishByLaw } from '../components/SwedishByLaw.tsx'
import { LightBadge } from '../components/LightBadge.tsx'
import { t } from '../text/t.ts'

type Props = { view: CaseView; busy: boolean; fault: FaultInfo | null; onEstablish: (assessment: string) => void; onClose: () => void }

/** Establishing the proposed light, with the preliminary assessment: a usual text stands there already, so that Enter is enough. */
export function EstablishDialog({ view, busy, fault, onEstablish, onClose }: Props) {
  const text = t.screening.case
  const said = t.judging.establish
  const texts = view.assessments[view.proposed]
  const [assessment, setAssessment] = useState(texts[0] ?? '')
  const chosen = texts.includes(assessment) ? assessment : ''
  return (
    <ConfirmDialog open title={text.confirmEstablish(view.proposed)} submit={view.established ? text.establishAgain : text.establish} busy={busy} fault={fault} width="medium" ready={texts.length > 0} onClose={onClose} onSubmit={() => onEstablish(assessment.trim())}>
      <LightBadge light={view.proposed} large />
      {texts.length > 0 ? (
        <Select size="small" label={said.standard} value={chosen} onChange={e => setAssessment(e.target.value)}>
          {texts.map(each => <option key={each} lang="sv" value={each}>{each}</option>)}
          <option value="">{said.own}</option>
        </Select>
      ) : null}
      <Textarea
        size="small" lang="sv" label={said.assessment} description={said.hint} minRows={2} value={assessment} onChange={e => setAssessment(e.target.value.slice(0, 2000))}
        onKeyDown={e => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) e.currentTarget.form?.requestSubmit() }}
      />
      <SwedishByLaw />
      {view.proposed === 'red' && view.secondReader.red ? <p className="plain">{view.secondReader.others > 0 ? said.secondReader : t.judging.override.noReader}</p> : null}
      <p className="plain subtle">{text.confirmEstablishBody}</p>
    </ConfirmDialog>
  )
}
