import { ActionMenu } from '@navikt/ds-react/ActionMenu'
import { Button } from '@navikt/ds-react/Button'
import { BodyShort } from '@navikt/ds-react/Typography'
import { ChevronDownIcon } from '@navikt/aksel-icons'
import { useEffect, useState, type Dispatch } from 'react'
import type { BulkSummary } from '../../shared/contract/desk.ts'
import type { OperationInput } from '../../shared/contract/operations.ts'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { mainElement } from '../components/mainElement.ts'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import { useAction } from '../components/useAction.ts'
import { useLong } from '../components/useLong.ts'
import { useRead } from '../components/useRead.ts'
import { count } from '../text/format.ts'
import { t } from '../text/t.ts'
import type { Filter, ListAction } from './listState.ts'
import { chosenCount, chosenInput, type Selection } from './selection.ts'

type Action = OperationInput<'desk.bulk'>['action']
type Props = { intakeId: number; me: number; selection: Selection; filter: Filter; total: number; dispatch: Dispatch<ListAction> }

/** What can be done with the chosen cases, each time after a summary of what will become of them. Nothing is shown while none is chosen. */
export function BulkBar({ intakeId, me, selection, filter, total, dispatch }: Props) {
  const text = t.desk.bulk
  const bridge = useBridge()
  const people = (useRead('people.list', {}).value ?? []).filter(person => person.ended === null)
  const [action, setAction] = useState<Action | null>(null)
  const chosen = chosenInput(selection, filter)
  const preview = useAction((wanted: Action) => bridge.call('desk.bulkPreview', { intakeId, chosen, action: wanted }))
  const single = useAction((assignee: number | null) => bridge.call('desk.assign', { ids: [...selection.ids], assignee }))
  const bulk = useLong('desk.bulk')
  const [summary, setSummary] = useState<BulkSummary | null>(null)
  const amount = chosenCount(selection, total)
  useEffect(() => {
    if (amount > 0) announce(t.desk.bulk.chosen(amount))
  }, [amount])
  if (amount === 0) return null

  const ask = async (wanted: Action) => {
    bulk.clear()
    setSummary(null)
    setAction(wanted)
    const found = await preview.start(wanted)
    if (found) setSummary(found.value)
  }
  const back = () => document.querySelector<HTMLElement>('main [role="grid"]')?.focus()
  const done = (said: string) => {
    setAction(null)
    announce(said)
    dispatch({ type: 'choose-none' })
    requestAnimationFrame(back)
  }
  const run = async () => {
    if (!action || !summary || summary.done === 0) return
    const result = await bulk.start({ intakeId, chosen, action, digest: summary.digest })
    if (result) done(action.kind === 'assign' ? text.assigned(result.value.done) : text.established(result.value.done))
    else {
      // What it was asked of has changed: the summary as it is now stands beside the fault.
      const found = await preview.start(action)
      if (found) setSummary(found.value)
    }
  }
  const assign = async (assignee: number | null) => {
    // One case is given at once: also a protected person's, which is never one of many.
    if (selection.all || selection.ids.size > 1) return ask({ kind: 'assign', assignee })
    if (await single.start(assignee)) done(text.assigned(1))
  }
  const nameOf = (assignee: number | null) => people.find(person => person.id === assignee)?.name ?? ''
  return (
    <div className="bulk-bar" role="region" aria-label={text.label} data-testid="bulk">
      <strong className="digits">{text.chosen(amount)}</strong>
      <Button type="button" size="small" variant="secondary" onClick={() => void ask({ kind: 'establish-green' })}>{text.establish}</Button>
      <ActionMenu size="small" rootElement={mainElement()}>
        <ActionMenu.Trigger><Button type="button" size="small" variant="secondary" loading={single.busy} icon={<ChevronDownIcon aria-hidden />} iconPosition="right">{text.assign}</Button></ActionMenu.Trigger>
        <ActionMenu.Content>
          <ActionMenu.Group aria-label={text.assign}>
            {[...people].sort((a, b) => Number(b.id === me) - Number(a.id === me)).map(person => (
              <ActionMenu.Item key={person.id} onSelect={() => void assign(person.id)}>{person.id === me ? `${person.name} (${text.toMe.toLowerCase()})` : person.name}</ActionMenu.Item>
            ))}
            <ActionMenu.Item onSelect={() => void assign(null)}>{t.desk.nobody}</ActionMenu.Item>
          </ActionMenu.Group>
        </ActionMenu.Content>
      </ActionMenu>
      {selection.all || amount >= total ? null : <Button type="button" size="small" variant="tertiary" onClick={() => dispatch({ type: 'choose-all' })}>{text.chooseAll(total)}</Button>}
      <Button type="button" size="small" variant="tertiary" onClick={() => { dispatch({ type: 'choose-none' }); back() }}>{text.clear}</Button>
      <span className="summary">{text.keys}</span>
      <FaultMessage fault={single.fault} />
      <ConfirmDialog
        open={action !== null} busy={bulk.busy || preview.busy} fault={bulk.fault ?? preview.fault} onSubmit={() => void run()} onClose={() => setAction(null)}
        title={action?.kind === 'assign' ? (action.assignee === null ? text.unassignTitle : text.assignTitle(nameOf(action.assignee))) : text.establishTitle}
        submit={action?.kind === 'assign' ? text.doAssign(summary?.done ?? 0) : text.doEstablish(summary?.done ?? 0)}
      >
        {bulk.busy ? <ProgressPanel title={text.running} progress={bulk.progress} stopping={bulk.stopping} onCancel={bulk.cancel} />
          : summary && action ? <Told summary={summary} kind={action.kind} /> : <BodyShort size="small">{preview.fault ? '' : text.reading}</BodyShort>}
      </ConfirmDialog>
    </div>
  )
}

/** What will be done, and what will not and why. */
function Told({ summary: { done, left }, kind }: { summary: BulkSummary; kind: Action['kind'] }) {
  const text = t.desk.bulk
  const others = left.reduce((sum, { count: n }) => sum + n, 0)
  return (
    <div className="stack-tight" data-testid="bulk-summary">
      <BodyShort size="small" weight="semibold">{done === 0 ? text.nothing : kind === 'assign' ? text.assignWill(done) : text.establishWill(done)}</BodyShort>
      {others > 0 ? (
        <>
          <BodyShort size="small">{text.left(others)}</BodyShort>
          <ul className="bulk-left">
            {left.map(({ reason, count: n }) => <li key={reason}><span className="digits">{count(n)}</span> {text.reason[reason]}</li>)}
          </ul>
        </>
      ) : null}
    </div>
  )
}
