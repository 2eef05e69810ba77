import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { XMarkIcon } from '@navikt/aksel-icons'
import { useEffect, useRef } from 'react'
import type { DeskCounts } from '../../shared/contract/desk.ts'
import type { ListChoice, QueueId } from '../../shared/contract/list-query.ts'
import type { IntakeView } from '../../shared/contract/views.ts'
import { LIGHTS } from '../../shared/domain.ts'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import { useDeskLook } from '../components/deskLook.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { LightBadge } from '../components/LightBadge.tsx'
import { wholeList } from '../components/listChoice.ts'
import { PageHeading } from '../components/PageHeading.tsx'
import { WithTerm } from '../components/Term.tsx'
import { useAction } from '../components/useAction.ts'
import { useChanged } from '../components/useChanged.ts'
import { useRead } from '../components/useRead.ts'
import { count } from '../text/format.ts'
import { t } from '../text/t.ts'

const GROUPS: readonly { id: keyof typeof t.desk.groups; queues: readonly QueueId[] }[] = [
  { id: 'now', queues: ['express', 'overdue', 'answered', 'changed', 'second'] },
  { id: 'judge', queues: ['mine', 'not-screened', 'orange'] },
  { id: 'rest', queues: ['waiting', 'unassigned'] },
]
/** What is due comes first where a list is about time. */
const BY_TIME: readonly QueueId[] = ['express', 'overdue', 'waiting']
const whole = (part: Partial<ListChoice>): ListChoice => ({ ...wholeList, ...part })

type Props = { who: string; /** The store has just been opened. */ arriving: boolean; onList: (intake: IntakeView, choice: ListChoice) => void; onIntakes: () => void }

/** Where a caseworker begins: what there is to do in the intake they work with, as lists with how many are in each. */
export function DeskPage({ who, arriving, onList, onIntakes }: Props) {
  const text = t.desk
  const intakes = useRead('intake.list', {})
  const [look, changeLook] = useDeskLook(who)
  const filled = intakes.value?.filter(intake => intake.counts.total > 0) ?? []
  const intake = filled.find(i => i.id === look?.intake) ?? filled.at(-1)
  useChanged(() => void intakes.reload())
  const nothing = intakes.value !== null && filled.length === 0
  const onwards = useRef(onIntakes)
  useEffect(() => {
    if (arriving && nothing) onwards.current()
  }, [arriving, nothing])
  // Somebody on the way to the intakes sees no page that is not theirs.
  if (arriving && filled.length === 0 && !intakes.fault) return null
  return (
    <div className="wide stack">
      <PageHeading actions={filled.length > 0 ? (
        <Select size="small" label={text.intake} className="desk-intake" value={String(intake?.id ?? '')} onChange={e => changeLook({ intake: Number(e.target.value) })}>
          {filled.map(i => <option key={i.id} value={String(i.id)}>{i.name}</option>)}
        </Select>
      ) : null}>{text.heading}</PageHeading>
      <FaultMessage fault={intakes.fault} />
      {nothing ? (
        <section className="panel stack-tight" data-testid="empty">
          <p className="plain">{text.none}</p>
          <div className="actions"><Button type="button" size="small" onClick={onIntakes}>{text.toIntakes}</Button></div>
        </section>
      ) : null}
      {intake && look ? <Lists key={intake.id} intake={intake} onList={choice => onList(intake, choice)} /> : null}
    </div>
  )
}

function Lists({ intake, onList }: { intake: IntakeView; onList: (choice: ListChoice) => void }) {
  const text = t.desk
  const counts = useRead('desk.counts', { intakeId: intake.id })
  useChanged(() => void counts.reload())
  // What is overdue changes with the day, also where nothing else does.
  const { reload } = counts
  useEffect(() => {
    const timer = setInterval(() => void reload(), 10 * 60_000)
    return () => clearInterval(timer)
  }, [reload])
  const open = (queue: QueueId) => onList(whole({ queue, ...(BY_TIME.includes(queue) ? { sort: 'due' } : {}) }))
  return (
    <>
      <FaultMessage fault={counts.fault} />
      <div className="desk" data-testid="desk">
        {GROUPS.map(group => (
          <section key={group.id} className="panel desk-group" aria-labelledby={`desk-${group.id}`}>
            <Heading id={`desk-${group.id}`} level="2" size="xsmall">{text.groups[group.id]}</Heading>
            <ul className="desk-list">
              {group.queues.map(queue => (
                <li key={queue}>
                  <button type="button" className="desk-line" data-queue={queue} onClick={() => open(queue)}>
                    <span className="desk-name">{text.queue[queue]}</span>
                    <Amount n={counts.value?.queues[queue]} />
                    <span className="desk-hint">{text.queueHint[queue]}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <section className="panel desk-group" aria-labelledby="desk-lights">
          <WithTerm ids={['light']}><Heading id="desk-lights" level="2" size="xsmall">{text.lights}</Heading></WithTerm>
          <ul className="desk-list">
            {LIGHTS.map(light => (
              <li key={light}><button type="button" className="desk-line" onClick={() => onList(whole({ lights: [light] }))}><LightBadge light={light} /><Amount n={counts.value?.lights[light]} /></button></li>
            ))}
            <li><button type="button" className="desk-line" onClick={() => onList(whole({}))}><span className="desk-name">{text.all}</span><Amount n={counts.value?.lights.total} /></button></li>
          </ul>
        </section>
        <SavedLists counts={counts.value} onList={onList} onGone={() => void counts.reload()} />
      </div>
    </>
  )
}

/** How many, or nothing while it is not known. */
function Amount({ n }: { n: number | undefined }) {
  return <span className={n === 0 ? 'desk-amount desk-zero' : 'desk-amount'}>{n === undefined ? '' : <>{count(n)}<span className="aksel-sr-only"> {t.desk.unit(n)}</span></>}</span>
}

function SavedLists({ counts, onList, onGone }: { counts: DeskCounts | null; onList: (choice: ListChoice) => void; onGone: () => void }) {
  const text = t.desk
  const bridge = useBridge()
  const remove = useAction((id: number) => bridge.call('desk.removeFilter', { id }))
  return (
    <section className="panel desk-group" aria-labelledby="desk-filters">
      <WithTerm ids={['selection']}><Heading id="desk-filters" level="2" size="xsmall" tabIndex={-1}>{text.filters}</Heading></WithTerm>
      <FaultMessage fault={remove.fault} />
      {counts?.filters.length === 0 ? <BodyShort size="small" textColor="subtle">{text.noFilters}</BodyShort> : null}
      <ul className="desk-list">
        {counts?.filters.map(filter => (
          <li key={filter.id} className="desk-saved">
            <button type="button" className="desk-line" onClick={() => onList(filter.choice)}><span className="desk-name">{filter.name}</span><Amount n={filter.count} /></button>
            <Button
              type="button" size="xsmall" variant="tertiary" data-color="neutral" icon={<XMarkIcon title={text.removeFilter(filter.name)} />}
              onClick={() => void remove.start(filter.id).then(done => {
                if (!done) return
                announce(text.removed(filter.name))
                document.getElementById('desk-filters')?.focus()
                onGone()
              })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
