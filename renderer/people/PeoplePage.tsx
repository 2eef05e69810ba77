import { Button } from '@navikt/ds-react/Button'
import { BodyLong } from '@navikt/ds-react/Typography'
import { PlusIcon } from '@navikt/aksel-icons'
import { useState } from 'react'
import type { Person } from '../../shared/contract/people.ts'
import { Allowed } from '../components/Allowed.tsx'
import { announce } from '../components/announce.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { PageHeading } from '../components/PageHeading.tsx'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'
import { EndDialog } from './EndDialog.tsx'
import { IdleTime } from './IdleTime.tsx'
import { PassphraseDialog } from './PassphraseDialog.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { PersonDialog } from './PersonDialog.tsx'

type Open = { kind: 'add' } | { kind: 'change' | 'passphrase' | 'end'; person: Person } | null

/** Who works in the store, what they may do, and after how long it locks by itself. */
export function PeoplePage({ me, sample }: { me: number; sample: boolean }) {
  const text = t.people
  const people = useRead('people.list', {})
  const [open, setOpen] = useState<Open>(null)
  const [said, setSaid] = useState<string | null>(null)
  const done = (words: string) => {
    setOpen(null)
    setSaid(words)
    announce(words)
    void people.reload()
  }
  const close = () => setOpen(null)
  return (
    <div className="wide stack">
      <PageHeading actions={sample ? null : (
        <Allowed role="administer" what={text.add}>
          <Button type="button" size="small" icon={<PlusIcon aria-hidden />} onClick={() => { setSaid(null); setOpen({ kind: 'add' }) }}>{text.add}</Button>
        </Allowed>
      )}>{text.heading}</PageHeading>
      {sample ? <Notice>{text.sample}</Notice> : <BodyLong size="small" className="measure">{text.body}</BodyLong>}
      {said ? <Notice status="success">{said}</Notice> : null}
      <FaultMessage fault={people.fault} />
      {people.value ? <PeopleTable people={people.value} me={me} fixed={sample} onAct={(kind, person) => { setSaid(null); setOpen({ kind, person }) }} /> : null}
      <IdleTime />
      {open?.kind === 'add' ? <PersonDialog person={null} onClose={close} onDone={name => done(text.done.added(name))} /> : null}
      {open?.kind === 'change' ? <PersonDialog person={open.person} onClose={close} onDone={name => done(text.done.changed(name))} /> : null}
      {open?.kind === 'passphrase' ? <PassphraseDialog person={open.person} onClose={close} onDone={() => done(text.done.passphrase(open.person.name))} /> : null}
      {open?.kind === 'end' ? <EndDialog person={open.person} onClose={close} onDone={() => done(text.done.ended(open.person.name))} /> : null}
    </div>
  )
}
