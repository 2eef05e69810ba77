import { Button } from '@navikt/ds-react/Button'
import { Tag } from '@navikt/ds-react/Tag'
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { JoinReport, LikelyPair, PairSide } from '../../shared/contract/persons.ts'
import { isKey } from '../../shared/keys.ts'
import { Allowed, useRoles } from '../components/Allowed.tsx'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { PageHeading } from '../components/PageHeading.tsx'
import { Term } from '../components/Term.tsx'
import { useAction } from '../components/useAction.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'
import { PairView } from './PairView.tsx'
import { type Asked, VerdictDialog } from './VerdictDialog.tsx'

type Props = { intakeId: number; caseId: number | null; onOpen: (intake: { id: number; name: string }, caseId: number) => void; onList: () => void }
type Said = { text: string; a: number; b: number } | { text: string; a: null; b: null }

/** Likely pairs one at a time, side by side: the same person, two persons, or later. Nothing is joined without an answer. */
export function SamePersonPage({ intakeId, caseId, onOpen, onList }: Props) {
  const text = t.persons.page
  const bridge = useBridge()
  const screens = useRoles().includes('screen')
  const [offset, setOffset] = useState(0)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const [turn, setTurn] = useState(0)
  const pairHeading = useRef<HTMLHeadingElement>(null)
  const intake = useRead('intake.list', {}).value?.find(i => i.id === intakeId)
  const scope = caseId === null ? { intakeId } : { caseId }
  const likely = useRead('persons.likely', { ...scope, offset, limit: 1 })
  const undo = useAction((a: number, b: number) => bridge.call('persons.part', { id: a, other: b, reason: text.undoReason }))
  const page = likely.value
  const pair = page?.pairs[0]
  const shown = pair ? `${pair.a.id} ${pair.b.id}` : ''

  // The next pair is where the work goes on: in the same moment as it comes, or a key pressed at once would be heard by nobody.
  useLayoutEffect(() => {
    if (turn > 0) (pairHeading.current ?? document.querySelector<HTMLElement>('main h1'))?.focus()
  }, [turn, shown])

  const moved = async (now: Said, to = offset) => {
    setAsked(null)
    setSaid(now)
    announce(now.text)
    // Another place is read by itself.
    if (to === offset) await likely.reload()
    else setOffset(to)
    setTurn(n => n + 1)
  }
  const answered = ({ verdict, a, b }: Asked) => void moved({ text: (verdict === 'same' ? text.joinedNow : text.apartNow)(a.applicationId, b.applicationId), a: a.id, b: b.id })
  const undone = (report: JoinReport) => moved({ text: [text.undone, report.takenBack > 0 ? text.takenBack(report.takenBack) : ''].filter(Boolean).join(' '), a: null, b: null }, 0)
  const skip = () => {
    setSaid(null)
    setOffset(offset + 1)
    setTurn(n => n + 1)
  }
  const ask = (verdict: 'same' | 'other', { a, b }: LikelyPair) => setAsked({ verdict, a, b })
  const onKey = (event: KeyboardEvent) => {
    if (!pair || asked || event.ctrlKey || event.altKey || event.metaKey) return
    if (screens && isKey(event, 'samePerson')) ask('same', pair)
    else if (screens && isKey(event, 'otherPerson')) ask('other', pair)
    else if (isKey(event, 'skipPair')) skip()
    else return
    event.preventDefault()
  }
  const open = (side: PairSide) => onOpen({ id: side.intakeId, name: side.intakeName }, side.id)
  return (
    <div className="wide stack">
      <PageHeading actions={<Button type="button" size="small" variant="secondary" onClick={onList}>{text.toList}</Button>}>{intake ? text.heading(intake.name) : text.headingPlain}</PageHeading>
      <p className="plain measure">{text.body} <Term id="joined" /></p>
      {said ? (
        <Notice status="success">
          {said.text}
          {said.a === null ? null : <> <button type="button" className="link" aria-disabled={undo.busy} onClick={() => void undo.start(said.a, said.b).then(done => { if (done) void undone(done.value) })}>{text.undo}</button></>}
        </Notice>
      ) : null}
      <FaultMessage fault={undo.fault ?? likely.fault} />
      {!page ? (likely.fault ? null : <p className="plain subtle">{text.comparing}</p>) : pair ? (
        <section key={shown} className="panel stack" aria-labelledby="pair-heading" data-testid="pair" onKeyDown={onKey}>
          <div className="row-between">
            <div className="min0">
              <h2 id="pair-heading" ref={pairHeading} tabIndex={-1} className="column-title wrap">{text.pair(pair.a.applicationId, pair.b.applicationId)}</h2>
              <p className="plain small subtle">{text.position(offset + 1, page.total, page.strong)}</p>
            </div>
            <Tag size="small" variant={pair.strength === 'strong' ? 'strong' : 'outline'} data-color="info">{text.strength[pair.strength]}</Tag>
          </div>
          <div className="actions">
            <Allowed role="screen" what={t.persons.panel.needs}>
              <Button type="button" size="small" aria-keyshortcuts="S" onClick={() => ask('same', pair)}>{text.same}</Button>
              <Button type="button" size="small" variant="secondary" aria-keyshortcuts="O" onClick={() => ask('other', pair)}>{text.other}</Button>
            </Allowed>
            <Button type="button" size="small" variant="tertiary" aria-keyshortcuts="H" onClick={skip}>{text.skip}</Button>
          </div>
          <PairView pair={pair} onOpen={open} />
          <p className="plain small subtle">{text.keys}</p>
        </section>
      ) : (
        <section className="panel stack-tight" data-testid="no-pairs">
          <strong>{page.total > 0 ? text.skipped(page.total) : text.none}</strong>
          {page.total > 0 ? <div className="actions"><Button type="button" size="small" onClick={() => { setOffset(0); setTurn(n => n + 1) }}>{text.again}</Button></div> : <p className="plain small">{text.noneBody}</p>}
        </section>
      )}
      {asked ? <VerdictDialog asked={asked} onClose={() => setAsked(null)} onDone={() => answered(asked)} /> : null}
    </div>
  )
}
