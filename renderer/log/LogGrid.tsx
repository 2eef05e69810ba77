import { useMemo, useState, type ReactNode } from 'react'
import { ShieldLockIcon } from '@navikt/aksel-icons'
import type { LogEntry, LogPage } from '../../shared/contract/log.ts'
import type { PageCache } from '../components/pageCache.ts'
import { VirtualTable, type Column } from '../components/VirtualTable.tsx'
import { moment } from '../text/format.ts'
import { t } from '../text/t.ts'
import { logWord } from '../text/words.ts'
import type { LogChoice } from './logChoice.ts'

const widths = { at: '9.5rem', by: 'minmax(9rem, 1.2fr)', group: '9rem', what: 'minmax(14rem, 2fr)', application: '11rem', reason: 'minmax(10rem, 2fr)' }
const ids = ['at', 'by', 'group', 'what', 'application', 'reason'] as const
const words: Readonly<Record<string, string>> = logWord
const nothing = () => undefined

type Props = { cache: PageCache<LogChoice, LogEntry, LogPage>; onCase: (intake: { id: number; name: string }, caseId: number) => void }

/** The entries of the log as a grid; Enter opens the case that an entry is about. */
export function LogGrid({ cache, onCase }: Props) {
  const text = t.log
  const [active, setActive] = useState(-1)
  const columns = useMemo(() => ids.map((id): Column => ({ id, header: text.columns[id], width: widths[id] })), [text])
  const cells = useMemo(() => {
    const drawn = new WeakMap<LogEntry, ReactNode[]>()
    return (index: number): ReactNode[] | null => {
      const entry = cache.row(index)
      if (!entry) return null
      const known = drawn.get(entry) ?? cellsOf(entry)
      drawn.set(entry, known)
      return known
    }
  }, [cache])
  const question = cache.shown()
  const open = (index: number) => {
    const application = cache.row(index)?.application
    if (application) onCase({ id: application.intakeId, name: application.intakeName }, application.id)
  }
  return (
    <VirtualTable
      label={text.grid} columns={columns} rowCount={cache.head()?.total ?? 0} cells={cells} active={active} onActive={setActive} onOpen={open} onSort={nothing} onRange={cache.want}
      initialOffset={0} onOffset={nothing} resetKey={question && JSON.stringify(question)}
    />
  )
}

function cellsOf({ at, by, group, kind, application, reason }: LogEntry): ReactNode[] {
  const said = words[kind] ?? kind
  return [
    <span className="digits">{moment(at)}</span>,
    <span className="ellipsis" title={by.name}>{by.name}</span>,
    <span className="ellipsis">{t.log.groups[group]}</span>,
    <span className="ellipsis" title={said}>{said}</span>,
    application ? <span className="ellipsis" title={`${application.applicationId}, ${application.intakeName}`}>{application.applicationId}</span> : <span className="subtle"><span aria-hidden>{t.common.none}</span><span className="aksel-sr-only">{t.log.noApplication}</span></span>,
    reason ? <span className="ellipsis" title={reason}><ShieldLockIcon aria-hidden /> {reason}</span> : <span />,
  ]
}
