import { useState } from 'react'
import { useRead } from '../components/useRead.ts'
import { useChanged } from '../components/useChanged.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { PageHeading } from '../components/PageHeading.tsx'
import { t } from '../text/t.ts'
import { change, leaveBook, openBook, useRoom } from './place.ts'
import { BookPage } from './BookPage.tsx'
import { ProgrammesView } from './ProgrammesView.tsx'

export { forgetRules } from './place.ts'

type Props = { onCase: (intake: { id: number; name: string }, caseId: number) => void }

/** The room of rules: every programme, or the book of one as it was left. */
export function RulesPage({ onCase }: Props) {
  const programmes = useRead('rules.programmes', {})
  const [cameFrom] = useState(() => document.activeElement)
  const open = useRoom(room => room.programme)
  const place = useRoom(room => (room.programme === null ? undefined : room.places[room.programme]))
  useChanged(({ what, intakeId, caseId }) => {
    // Another light of one case, or a reading of it, leaves rules and intakes as they are.
    if (caseId === undefined) void programmes.reload()
    const answer = place?.answer
    if (open !== null && answer && (what === 'rules' || intakeId === answer.intake.id && caseId === undefined)) change(open, { stale: true })
  })
  if (!programmes.value) {
    return (
      <div className="wide stack">
        <PageHeading>{t.rules.heading}</PageHeading>
        {programmes.fault ? <FaultMessage fault={programmes.fault} /> : <p className="plain">{t.common.loading}</p>}
      </div>
    )
  }
  const programme = programmes.value.find(p => p.id === open)
  if (!programme || !place) return <ProgrammesView cameFrom={cameFrom} programmes={programmes.value} fault={programmes.fault} onOpen={openBook} />
  return <BookPage key={programme.id} cameFrom={cameFrom} programme={programme} place={place} onList={leaveBook} onCase={onCase} onRulesChanged={programmes.reload} />
}
