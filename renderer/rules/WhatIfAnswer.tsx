import { Button } from '@navikt/ds-react/Button'
import { Table } from '@navikt/ds-react/Table'
import { useState } from 'react'
import type { WhatIfSummary } from '../../shared/contract/rules.ts'
import type { Result } from '../../shared/fault.ts'
import { useBridge } from '../components/bridge.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { fileNamePart } from '../components/fileName.ts'
import { useAction } from '../components/useAction.ts'
import { count } from '../text/format.ts'
import { t } from '../text/t.ts'
import { Adopt } from './Adopt.tsx'
import { ChangedList } from './ChangedList.tsx'
import { Matrix } from './Matrix.tsx'
import { change, toggleMove, type Place, type Shown } from './place.ts'

type Props = { answer: WhatIfSummary; place: Place; programme: string; onCase: (intake: { id: number; name: string }, caseId: number) => void; onAdopted: (said: string) => Promise<void> }

/** The answer: lights before and after, which rules, and who. A cell or a rule narrows the list. */
export function WhatIfAnswer({ answer, place, programme, onCase, onAdopted }: Props) {
  const bridge = useBridge()
  const text = t.rules.whatIf
  const [saved, setSaved] = useState<string | null>(null)
  const { shown } = place
  const show = (next: Shown) => change(programme, { shown: next, active: -1 })
  const save = useAction(async (): Promise<Result<unknown>> => {
    setSaved(null)
    const target = await bridge.chooseTarget('what-if', text.saveName(fileNamePart(answer.intake.name), fileNamePart(answer.after.version)))
    if (!target.ok || !target.value) return target
    const result = await bridge.call('rules.whatIfSave', { intakeId: answer.intake.id, path: target.value.token })
    if (result.ok) setSaved(text.saved(result.value.name, result.value.rows))
    return result
  })
  return (
    <section className="stack" aria-label={text.result(answer.intake.name, answer.before.version, answer.after.version)} data-testid="answer">
      <div className="row-between">
        <div className="min0">
          <h2 className="column-title">{text.result(answer.intake.name, answer.before.version, answer.after.version)}</h2>
          <p className="plain"><strong>{text.summary(answer.changed, answer.total)}</strong> {answer.changed > 0 ? text.established(answer.established) : null}</p>
        </div>
        <div className="actions">
          {answer.changed > 0 ? <Button type="button" size="small" variant="secondary" loading={save.busy} onClick={() => void save.start()}>{text.save}</Button> : null}
          <Adopt answer={answer} stale={place.stale} onAdopted={onAdopted} />
        </div>
      </div>
      {place.stale ? <Notice status="warning">{text.stale}</Notice> : null}
      {saved ? <Notice status="success">{saved}</Notice> : null}
      <FaultMessage fault={save.fault} />
      <div className="answer-columns">
        <Matrix matrix={answer.matrix} shown={shown} onMove={(from, to) => show(toggleMove(shown, from, to))} />
        <ByRule byRule={answer.byRule} shown={shown} onRule={rule => show({ ...shown, rule: shown.rule === rule ? null : rule })} />
      </div>
      {answer.changed > 0 ? <ChangedList answer={answer} place={place} onShow={show} onActive={active => change(programme, { active })} onOpen={caseId => onCase(answer.intake, caseId)} /> : null}
    </section>
  )
}

function ByRule({ byRule, shown, onRule }: { byRule: WhatIfSummary['byRule']; shown: Shown; onRule: (rule: string) => void }) {
  const text = t.rules.whatIf
  if (byRule.length === 0) return <p className="plain small">{text.noRule}</p>
  return (
    <div className="min0">
      <div className="table-scroll book-table by-rule" role="region" aria-label={text.byRule} tabIndex={0}>
        <Table size="small">
          <caption className="caption">{text.byRule}</caption>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">{text.byRuleColumns.rule}</Table.HeaderCell>
              <Table.HeaderCell scope="col" align="right">{text.byRuleColumns.worse}</Table.HeaderCell>
              <Table.HeaderCell scope="col" align="right">{text.byRuleColumns.better}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {byRule.map(r => (
              <Table.Row key={r.id}>
                <Table.HeaderCell scope="row">{r.filterable ? <button type="button" className="link rule-toggle" aria-pressed={shown.rule === r.id} onClick={() => onRule(r.id)}>{r.id}</button> : <span className="rule-toggle" title={t.rules.book.private}>{r.id}</span>} {r.question}</Table.HeaderCell>
                <Table.DataCell align="right">{count(r.worse)}</Table.DataCell>
                <Table.DataCell align="right">{count(r.better)}</Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      <p className="plain small subtle">{text.ruleNote}</p>
    </div>
  )
}
