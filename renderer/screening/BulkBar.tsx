import { ActionMenu } from '@navikt/ds-react/ActionMenu'
import { Button } from '@navikt/ds-react/Button'
import { BodyShort } from '@navikt/ds-react/Typography'
import { ChevronDownIcon } from '@navikt/aksel-icons'
import { useEffect, useState, type Dispatch } from 'react'
import type { BulkSummary } from '../../shared/contract/desk.ts'
import type { OperationInput } from '../../shared/contract/operations.ts'
import { Allowed } from '../components/Allowed.tsx'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { mainElement } from '../components/mainElement.ts'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import { useAction } from '../components/useAction.ts'
import { useLong } from '../components/useLong.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'
import { AskDialog } from './AskDialog.tsx'
import { BulkTold } from './BulkTold.tsx'
import type { Filter, ListAction } from './listState.ts'
import { SaveLetters } from './SaveLetters.tsx'
import { chosenCount, chosenInput, type Selection } from './selection.ts'

type Action = Exclude<OperationInput<'desk.bulk'>['action'], { kind: 'ask' }>
type Props = { intakeId: number; me: number; selection: Selection; filter: Filter; total: number; dispatch: Dispatch<ListAction> }

/** What can be done with the chosen cases, each time after a summary of what will become of them. Nothing is shown while none is chosen. */
export function BulkBar({ intakeId, me, selection, filter, total, dispatch }: Props) {
  const text = t.desk.bulk
  const bridge = useBridge()
  const [action, setAction] = useState<Action | null>(null)
  const chosen = chosenInput(selection, filter)
  const preview = useAction((wanted: Action) => bridge.call('desk.bulkPreview', { intakeId, chosen, action: wanted }))
  const single = useAction((assignee: number | null) => bridge.call('desk.assign', { ids: [...selection.ids], assignee }))
  const bulk = useLong('desk.bulk')
  const [asking, setAsking] = useState(false)
  const [summary, setSummary] = useState<BulkSummary | null>(null)
  const amount = chosenCount(selection, total)
  // The rows are waited for when the list comes up; who there is to give cases to is asked for once some are chosen.
  const people = (useRead('people.list', amount > 0 ? {} : null).value ?? []).filter(person => person.ended === null)
  useEffect(() => {
    if (amount > 0) announce(t.desk.bulk.chosen(amount))
  }, [amount])
  // Letters that were just made are still to be saved, also where the list no longer shows their cases.
  if (amount === 0 && !asking) return null

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
      <Allowed role="screen" what={text.needs}>
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
        <Button type="button" size="small" variant="secondary" onClick={() => setAsking(true)}>{text.ask.start}</Button>
      </Allowed>
      <SaveLetters intakeId={intakeId} chosen={chosen} />
      {selection.all || amount >= total ? null : <Button type="button" size="small" variant="tertiary" onClick={() => dispatch({ type: 'choose-all' })}>{text.chooseAll(total)}</Button>}
      <Button type="button" size="small" variant="tertiary" onClick={() => { dispatch({ type: 'choose-none' }); back() }}>{text.clear}</Button>
      <span className="summary row-end">{text.keys}</span>
      <FaultMessage fault={single.fault} />
      <ConfirmDialog
        open={action !== null} busy={bulk.busy || preview.busy} fault={bulk.fault ?? preview.fault} onSubmit={() => void run()} onClose={() => setAction(null)}
        title={action?.kind === 'assign' ? (action.assignee === null ? text.unassignTitle : text.assignTitle(nameOf(action.assignee))) : text.establishTitle}
        submit={action?.kind === 'assign' ? text.doAssign(summary?.done ?? 0) : text.doEstablish(summary?.done ?? 0)}
      >
        {bulk.busy ? <ProgressPanel title={text.running} progress={bulk.progress} stopping={bulk.stopping} onCancel={bulk.cancel} />
          : summary && action ? <BulkTold summary={summary} will={action.kind === 'assign' ? text.assignWill(summary.done) : text.establishWill(summary.done)} /> : <BodyShort size="small">{preview.fault ? '' : text.reading}</BodyShort>}
      </ConfirmDialog>
      {asking ? <AskDialog intakeId={intakeId} chosen={chosen} onClose={letters => { setAsking(false); if (letters !== null) done(text.ask.made(letters)) }} /> : null}
    </div>
  )
}
