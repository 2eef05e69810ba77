import { Button } from '@navikt/ds-react/Button'
import { Tag } from '@navikt/ds-react/Tag'
import { useEffect, useRef, useState } from 'react'
import type { RequestEvent, RequestsOfCase, RequestView } from '../../shared/contract/requests.ts'
import { Allowed, useRoles } from '../components/Allowed.tsx'
import type { CasePanelProps } from '../components/casePanel.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { WithTerm } from '../components/Term.tsx'
import { useChanged } from '../components/useChanged.ts'
import { useRead } from '../components/useRead.ts'
import { moment } from '../text/format.ts'
import { t } from '../text/t.ts'
import { LetterView } from './LetterView.tsx'
import { RequestForm } from './RequestForm.tsx'
import { RequestStep, type Step } from './RequestSteps.tsx'

const letterOf = (ref: Record<string, unknown> | null | undefined) => (typeof ref?.['letter'] === 'number' ? ref['letter'] : null)

/** What the applicant has been asked to send: a new letter, those that were made, and what has become of each. */
export function RequestsPanel({ view, openReason, change, asked }: CasePanelProps) {
  const text = t.letters
  const reason = openReason()
  const withReason = reason === null ? {} : { reason }
  const found = useRead('requests.ofCase', { id: view.id, ...withReason })
  const [writing, setWriting] = useState(false)
  const [letter, setLetter] = useState<number | null>(null)
  const [heeded, setHeeded] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const { reload } = found
  useChanged(changed => { if (changed.caseId === undefined || changed.caseId === view.id) void reload() })
  useEffect(() => void reload(), [reload, view.version])
  // A letter that was asked for from the timeline is shown; what is chosen afterwards wins.
  if (asked && asked.turn !== heeded) {
    setHeeded(asked.turn)
    setLetter(letterOf(asked.entry.ref))
  }
  const list = found.value
  if (!list) return <FaultMessage fault={found.fault} />
  const open = list.requests.some(each => each.state !== 'closed')
  const back = () => requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[data-first] button, button')?.focus())
  const made = async () => {
    setWriting(false)
    await reload()
    back()
  }
  return (
    <div ref={box} className="stack letters" data-testid="requests">
      <div><WithTerm ids={['completionRequest']}><h3 className="section-title">{text.list}</h3></WithTerm></div>
      <FaultMessage fault={found.fault} />
      {view.decision && !open ? <p className="plain subtle">{text.decided}</p> : null}
      {writing ? <NewRequest view={view} reason={reason} change={change} onDone={() => void made()} onClose={() => { setWriting(false); back() }} />
        : open || view.decision ? null : <div className="actions"><Allowed role="screen" what={text.needs}><Button type="button" size="small" onClick={() => setWriting(true)}>{text.start}</Button></Allowed></div>}
      {list.requests.length === 0 && !writing ? <p className="plain subtle">{text.none}</p> : null}
      {list.requests.length > 0 ? (
        <section className="stack-tight" aria-label={text.list}>
          {list.requests.map((each, i) => <Request key={each.id} request={each} of={list} first={i === 0} letter={letter} onLetter={setLetter} view={view} reason={reason} change={change} onChanged={() => void reload()} />)}
        </section>
      ) : null}
    </div>
  )
}

function NewRequest({ view, reason, change, onDone, onClose }: Pick<CasePanelProps, 'view' | 'change'> & { reason: string | null; onDone: () => void; onClose: () => void }) {
  const proposal = useRead('requests.propose', { id: view.id, ...(reason === null ? {} : { reason }) })
  if (!proposal.value) return <FaultMessage fault={proposal.fault} />
  return <RequestForm view={view} proposal={proposal.value} reason={reason} change={change} onDone={onDone} onClose={onClose} />
}

type RequestProps = Pick<CasePanelProps, 'view' | 'change'> & { request: RequestView; of: RequestsOfCase; first: boolean; letter: number | null; onLetter: (letter: number | null) => void; reason: string | null; onChanged: () => void }

/** One request: how it stands, what has happened, its letters, and the next step. */
function Request({ request, of, first, letter, onLetter, view, reason, change, onChanged }: RequestProps) {
  const text = t.letters.item
  const screens = useRoles().includes('screen')
  const [step, setStep] = useState<Step | null>(null)
  const box = useRef<HTMLElement>(null)
  const shown = request.letters.find(each => each.id === letter)
  const waits = request.state === 'open' || request.state === 'reminded'
  const leave = () => {
    setStep(null)
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('button')?.focus())
  }
  const steps: Step[] = request.state === 'closed' || !screens ? [] : waits ? ['answer', 'remind', 'close'] : ['close', 'answer']
  return (
    <article ref={box} className="panel stack-tight" aria-label={text.heading(moment(request.madeAt))} data-testid={`request-${request.state}`} {...(first ? { 'data-first': '' } : {})}>
      <div className="row-between">
        <h3 className="section-title">{text.heading(moment(request.madeAt))}</h3>
        <Tag size="small" variant="outline" data-color={request.overdue ? 'danger' : request.state === 'answered' ? 'info' : 'neutral'}>{request.overdue ? text.overdue : t.letters.state[request.state]}</Tag>
      </div>
      <p className="plain small">{text.by(moment(request.madeAt), request.madeBy)} · {t.letters.language[request.language]}{waits ? ` · ${text.due(request.dueOn)}` : ''}</p>
      <details className="small" open={request.state !== 'closed'}>
        <summary>{text.asked(request.items.length)}</summary>
        <ol className="bullets">{request.items.map((item, i) => <li key={i} lang={request.language} className="event-text">{item.ask}</li>)}</ol>
      </details>
      {request.events.map((event, i) => <p key={i} className="plain small event-text">{saidOf(event)} <span className="subtle">({text.event(moment(event.at), event.by)})</span></p>)}
      <div className="actions">
        {steps.map((each, i) => <Button key={each} type="button" size="small" variant={i === 0 ? 'primary' : 'secondary'} aria-expanded={step === each} onClick={() => setStep(step === each ? null : each)}>{text[each]}</Button>)}
        {request.letters.map(each => (
          <Button key={each.id} type="button" size="small" variant="tertiary" aria-expanded={each.id === letter} onClick={() => onLetter(each.id === letter ? null : each.id)}>
            {each.id === letter ? text.hide : each.reminder ? text.showReminder : text.show}
          </Button>
        ))}
      </div>
      {step ? <RequestStep key={step} step={step} request={request} today={of.today} remindBy={of.remindBy} change={change} onDone={() => { leave(); onChanged() }} onClose={leave} /> : null}
      {shown ? <LetterView key={shown.id} language={request.language} view={view} letterId={shown.id} text={shown.text} reason={reason} /> : null}
    </article>
  )
}

function saidOf(event: RequestEvent): string {
  const text = t.letters.item
  if (event.kind === 'reminded') return text.reminded(event.dueOn)
  return event.kind === 'answered' ? text.answered(event.arrivedOn, event.what) : text.closed(event.outcome, event.note)
}
