import { Checkbox } from '@navikt/ds-react/Checkbox'
import { Fragment, useCallback, useEffect, useRef, useState } from 'react'
import type { CaseView, FactEntry } from '../../shared/contract/views.ts'
import type { FaultInfo, Result } from '../../shared/fault.ts'
import { isKey } from '../../shared/keys.ts'
import { useRoles } from '../components/Allowed.tsx'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import type { CasePanel } from '../components/casePanel.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { KeyBar, useSingleKeys } from '../components/keys.tsx'
import { useAction } from '../components/useAction.ts'
import { useChanged } from '../components/useChanged.ts'
import { t } from '../text/t.ts'
import { CaseHeader } from './CaseHeader.tsx'
import { Checklist } from './Checklist.tsx'
import { FactsPanel } from './FactsPanel.tsx'
import { QueuePane } from './QueuePane.tsx'
import { useNeighbours } from './reviewQueue.ts'
import { WorkRow } from './WorkRow.tsx'
import { OpenReason } from './OpenReason.tsx'
import { OverridePanel } from './OverridePanel.tsx'
import { PendingPanel } from './PendingPanel.tsx'
import { ProgressRow } from './ProgressRow.tsx'
import { CaseContext, type CaseWork } from './caseWork.ts'

type Props = {
  intakeId: number; caseId: number
  /** Who works here. */
  me: { id: number; name: string }
  onGo: (caseId: number) => void; onList: () => void
  onDecide: (reason: string | null) => void; onForm: (decisionId: number, applicationId: string) => void
  /** What other rooms show in a case. */
  panels: readonly CasePanel[]
}

const toHeading = () => document.querySelector<HTMLElement>('main h1')?.focus()

/**
 * One case, among those one goes through: their queue on the left, the checklist in the middle, the facts with their sources on the right.
 * Every change shows its light at once; the next case takes the place of this one without the view being laid out anew: its rules and facts
 * are mostly the same, so they keep their elements (what somebody did to them is `useOfCase`); all else begins anew.
 */
export function CasePage({ intakeId, caseId, me, onGo, onList, onDecide, onForm, panels }: Props) {
  const bridge = useBridge()
  const [view, setView] = useState<CaseView | null>(null)
  const [fault, setFault] = useState<FaultInfo | null>(null)
  const [conflict, setConflict] = useState<FaultInfo | null>(null)
  const [showing, setShowing] = useState({ id: 0, turn: 0 })
  if (view && view.id !== showing.id) setShowing({ id: view.id, turn: showing.turn + 1 })
  const [onlyNotGreen, setOnlyNotGreen] = useState(false)
  const [tab, setTab] = useState('facts')
  const [asked, setAsked] = useState<{ panel: string; entry: Pick<FactEntry, 'ref'>; turn: number } | null>(null)
  const reason = useRef<string | null>(null)
  const ownUntil = useRef(0)
  const turn = useRef(0)
  const current = useRef(caseId)
  const neighbours = useNeighbours(intakeId, caseId)
  useSingleKeys()

  const read = useCallback(async () => {
    const mine = ++turn.current
    const result = await bridge.call('screening.open', { id: caseId, ...(reason.current === null ? {} : { reason: reason.current }) })
    if (mine !== turn.current) return result
    if (result.ok) {
      setView(result.value)
      setFault(null)
    } else setFault(result.fault)
    return result
  }, [bridge, caseId])
  useEffect(() => {
    current.current = caseId
    reason.current = null
    setConflict(null)
    setFault(null)
    setAsked(null)
    void read()
    const turns = turn
    return () => { turns.current++ }
  }, [read, caseId])
  useChanged(change => {
    // What this window has just done itself is already on the screen, and every opening is written in the journal.
    if (Date.now() < ownUntil.current || (change.caseId !== undefined ? change.caseId !== caseId : change.what !== 'store' && change.intakeId !== intakeId)) return
    if (view) void read()
  }, 300)

  const change = useCallback(async (run: () => Promise<Result<CaseView>>, said: string) => {
    ownUntil.current = Number.MAX_SAFE_INTEGER
    const result = await run()
    ownUntil.current = Date.now() + 1000
    // One has gone on to another case meanwhile; the queue shows what became of this one.
    if (result.ok && result.value.id !== current.current) return result
    if (result.ok) {
      turn.current++
      setConflict(null)
      setView(before => {
        announce(before && before.proposed === result.value.proposed ? said : `${said} ${t.screening.case.lightNow(result.value.proposed)}`)
        return result.value
      })
    } else if (result.fault.code === 'case-changed') {
      setConflict(result.fault)
      await read()
    }
    return result
  }, [read])
  // What is done is done to the case on the screen, also while the next is on its way.
  const { id, version } = view ?? { id: caseId, version: 0 }
  const show = (panel: string, entry: Pick<FactEntry, 'ref'>) => {
    setAsked(before => ({ panel, entry, turn: (before?.turn ?? 0) + 1 }))
    setTab(panel)
  }
  const work: CaseWork = {
    showing: showing.turn,
    setFact: (fact, label, value, origin, why) => change(() => bridge.call('screening.setFact', { id, version, fact, value, origin, reason: why }), t.screening.case.savedFact(label)),
    withdraw: (fact, label, why) => change(() => bridge.call('screening.withdrawFact', { id, version, fact, reason: why }), t.screening.case.withdrawn(label)),
    sourceName: entry => panels.map(p => p.sourceName?.(entry) ?? null).find(name => name !== null) ?? null,
    showSource: entry => {
      const panel = panels.find(p => (p.sourceName?.(entry) ?? null) !== null)
      if (panel) show(panel.id, entry)
    },
  }
  const assign = async (assignee: number | null) => {
    ownUntil.current = Date.now() + 1000
    const result = await bridge.call('desk.assign', { ids: [id], assignee })
    if (result.ok) {
      announce(assignee === null ? t.screening.work.left : t.screening.work.taken)
      setView(before => (before?.id === id ? { ...before, work: { ...before.work, assignee: assignee === null ? null : me } } : before))
    }
    return result
  }
  const [overriding, setOverriding] = useState<number | null>(null)
  const establish = useAction((assessment: string) => change(() => bridge.call('screening.establish', { id, version, assessment }), view?.proposed === 'red' && view.secondReader.red ? t.judging.establish.held : t.screening.case.establishedNow))
  const undo = useAction(() => change(() => bridge.call('screening.undoLast', { id, version }), t.judging.undo.done))
  const startUndo = undo.start
  const screens = useRoles().includes('screen')
  const undoable = Boolean(view?.undoable) && screens

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const to = isKey(event, 'previousCase') ? neighbours.previous : isKey(event, 'nextCase') ? neighbours.next : null
      if (to === null) return
      event.preventDefault()
      onGo(to)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [neighbours.previous, neighbours.next, onGo])

  useEffect(() => {
    if (!undoable) return
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [role="dialog"]') !== null
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || typing) return
      event.preventDefault()
      void startUndo()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [undoable, startUndo])

  if (fault?.code === 'case-protected') {
    return <OpenReason onClose={onList} onOpen={why => { reason.current = why; return read() }} />
  }
  if (!view) return <FaultMessage fault={fault}>{fault ? <button type="button" className="link" onClick={onList}>{t.common.back}</button> : null}</FaultMessage>
  return (
    <CaseContext.Provider value={work}>
      <div className={neighbours.total > 0 ? 'review' : 'review review-alone'}>
        <QueuePane intakeId={intakeId} caseId={caseId} onGo={onGo} />
        <div className="case">
          <Fragment key={view.id}>
            <CaseHeader
              view={view} neighbours={neighbours} busy={establish.busy} fault={establish.fault} onEstablish={said => establish.start(said)} onGo={onGo}
              onOverride={() => setOverriding(id)} onUndo={() => void undo.start().then(done => { if (done) toHeading() })} undoing={undo.busy}
              onDecide={() => onDecide(reason.current)} onForm={() => { if (view.decision) onForm(view.decision.id, view.applicationId) }}
            />
            <WorkRow
              view={view} me={me} onAssign={assign}
              onExpress={(employer, why) => change(() => bridge.call('desk.express', { id, version, asked: employer, reason: why }), employer === null ? t.screening.work.unmarked : t.screening.work.marked)}
            />
            {view.pending ? (
              <PendingPanel
                pending={view.pending} others={view.secondReader.others} onConfirm={() => change(() => bridge.call('screening.confirm', { id, version }), t.judging.pending.confirmed)}
                onReturn={why => change(() => bridge.call('screening.return', { id, version, reason: why }), t.judging.pending.sentBack)}
              />
            ) : null}
            {overriding === id && !view.pending && !view.decision ? (
              <OverridePanel
                view={view} onClose={() => { setOverriding(null); toHeading() }}
                onOverride={(light, why) => change(() => bridge.call('screening.override', { id, version, light, reason: why }), view.secondReader.override ? t.judging.establish.held : t.judging.override.done)}
              />
            ) : null}
            <FaultMessage fault={conflict ?? fault ?? (undo.fault?.code === 'case-changed' ? null : undo.fault)} />
          </Fragment>
          <div className="case-columns">
            <section className="case-left" aria-label={t.screening.case.checklist}>
              <div className="row-between column-head">
                <h2 className="column-title">{t.screening.case.checklist}</h2>
                <Checkbox size="small" aria-keyshortcuts="V" data-key-label={t.screening.case.onlyNotGreenKey} checked={onlyNotGreen} onChange={e => setOnlyNotGreen(e.target.checked)}>{t.screening.case.onlyNotGreen}</Checkbox>
              </div>
              <ProgressRow key={view.id} view={view} />
              <Checklist view={view} onlyNotGreen={onlyNotGreen} />
            </section>
            <FactsPanel view={view} tab={tab} onTab={setTab} panels={panels} asked={asked} openReason={() => reason.current} change={change} show={(panel, ref) => show(panel, { ref })} />
          </div>
        </div>
        <KeyBar />
      </div>
    </CaseContext.Provider>
  )
}
