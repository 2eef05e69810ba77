import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import { useEffect, useRef, useState } from 'react'
import { EVENT_GROUPS, type EventGroup, type EventThing, type TimelineCase, type TimelineEvent, type TimelinePage } from '../../shared/contract/timeline.ts'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import type { CasePanelProps } from '../components/casePanel.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { useAction } from '../components/useAction.ts'
import { useChanged } from '../components/useChanged.ts'
import { useRead } from '../components/useRead.ts'
import { count, moment } from '../text/format.ts'
import { t } from '../text/t.ts'

type Props = CasePanelProps & {
  onCase: (intake: { id: number; name: string }, caseId: number) => void
  onForm: (of: TimelineCase, decisionId: number) => void
}
const PAGE = 50

/** All that has happened to a person, in all of their applications, a page at a time. */
export function TimelinePanel({ view, openReason, show, onCase, onForm }: Props) {
  const text = t.letters.timeline
  const bridge = useBridge()
  const [kinds, setKinds] = useState<EventGroup[]>([])
  const [order, setOrder] = useState<'newest' | 'oldest'>('newest')
  const [later, setLater] = useState<{ of: TimelinePage; pages: TimelinePage[] } | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const [focusAt, setFocusAt] = useState<number | null>(null)
  const reason = openReason()
  const asked = { id: view.id, kinds, order, limit: PAGE, ...(reason === null ? {} : { reason }) }
  const first = useRead('timeline.ofCase', asked)
  useChanged(() => void first.reload())
  // The view's version rises with each change of the case that this window makes.
  const { reload } = first
  useEffect(() => void reload(), [reload, view.version])
  const more = useAction((before: number) => bridge.call('timeline.ofCase', { ...asked, before }))
  useEffect(() => {
    if (focusAt === null) return
    list.current?.querySelectorAll<HTMLElement>('li')[focusAt]?.focus()
    setFocusAt(null)
  }, [focusAt])

  const page = first.value
  if (!page) return <FaultMessage fault={first.fault} />
  // What was fetched after another first page does not follow on this one.
  const pages = [page, ...(later?.of === page ? later.pages : [])]
  const events = pages.flatMap(each => each.events)
  const next = pages.at(-1)?.next ?? null
  const shown = page.cases.filter(each => !each.hidden)
  const toggle = (group: EventGroup) => setKinds(before => (before.includes(group) ? before.filter(each => each !== group) : [...before, group]))
  const showMore = async () => {
    if (next === null) return
    const done = await more.start(next)
    if (!done) return
    setLater({ of: page, pages: [...pages.slice(1), done.value] })
    setFocusAt(events.length)
    announce(text.moreShown(done.value.events.length))
  }
  const open = (event: TimelineEvent, thing: EventThing) => {
    const of = page.cases.find(each => each.id === event.caseId)
    if (!of) return
    if (thing.kind === 'form') return onForm(of, thing.id)
    if (event.caseId !== view.id) return onCase({ id: of.intakeId, name: of.intakeName }, of.id)
    show(thing.kind === 'letter' ? 'requests' : 'documents', { [thing.kind]: thing.id })
  }
  return (
    <div className="stack-tight timeline" data-testid="timeline">
      {shown.length > 1 ? <p className="plain small">{text.cases(shown.length)}</p> : null}
      {page.cases.filter(each => each.hidden).map(each => <p key={each.id} className="plain small">{text.hidden(each.applicationId, each.intakeName)}</p>)}
      <div className="timeline-choice">
        <div className="chip-group timeline-chips" role="group" aria-label={text.show}>
          {EVENT_GROUPS.filter(group => page.counts[group] > 0 || kinds.includes(group)).map(group => (
            <button key={group} type="button" className="light-chip" aria-pressed={kinds.includes(group)} onClick={() => toggle(group)}>{text.groups[group]} <span className="digits">{count(page.counts[group])}</span></button>
          ))}
        </div>
        <Select size="small" label={text.order} hideLabel value={order} onChange={e => setOrder(e.target.value === 'oldest' ? 'oldest' : 'newest')}>
          <option value="newest">{text.newest}</option>
          <option value="oldest">{text.oldest}</option>
        </Select>
      </div>
      <FaultMessage fault={first.fault ?? more.fault} />
      {events.length === 0 ? <p className="plain panel">{kinds.length > 0 ? text.noneChosen : text.empty}</p> : (
        <ol ref={list} className="history" aria-label={text.list}>
          {events.map((event, i) => <Event key={event.seq ?? `waiting ${i}`} event={event} of={event.caseId === view.id ? null : page.cases.find(each => each.id === event.caseId) ?? null} onOpen={open} onCase={onCase} />)}
        </ol>
      )}
      {next === null ? null : <div className="actions"><Button type="button" size="small" variant="secondary" loading={more.busy} onClick={() => void showMore()}>{text.more}</Button></div>}
    </div>
  )
}

type EventProps = { event: TimelineEvent; of: TimelineCase | null; onOpen: (event: TimelineEvent, thing: EventThing) => void; onCase: Props['onCase'] }

function Event({ event, of, onOpen, onCase }: EventProps) {
  const text = t.letters.timeline
  const { opens } = event
  return (
    <li tabIndex={-1} className={`event event-${event.group}`}>
      <span className="subtle small">{moment(event.at)} · {event.by} · {text.groups[event.group]}</span>
      {of ? <span className="small">{text.other(of.applicationId, of.intakeName)} <button type="button" className="link" onClick={() => onCase({ id: of.intakeId, name: of.intakeName }, of.id)}>{text.openOther(of.applicationId)}</button></span> : null}
      <span className="wrap event-text">{event.text}</span>
      {opens && !(of && opens.kind !== 'form') ? <span><button type="button" className="link small" onClick={() => onOpen(event, opens)}>{text.opens[opens.kind]}</button></span> : null}
    </li>
  )
}
