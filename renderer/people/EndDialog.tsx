import type { Person } from '../../shared/contract/people.ts'
import { useBridge } from '../components/bridge.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'

/** Asks before somebody is ended, which cannot be undone. */
export function EndDialog({ person, onClose, onDone }: { person: Person; onClose: () => void; onDone: () => void }) {
  const bridge = useBridge()
  const text = t.people.endDialog
  const end = useAction(() => bridge.call('people.end', { id: person.id }))
  return (
    <ConfirmDialog open danger title={text.title(person.name)} submit={text.submit} busy={end.busy} fault={end.fault} onSubmit={() => void end.start().then(done => { if (done) onDone() })} onClose={onClose}>
      <p className="plain">{text.body(person.name)}</p>
    </ConfirmDialog>
  )
}
