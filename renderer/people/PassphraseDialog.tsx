import { useRef, useState } from 'react'
import type { Person } from '../../shared/contract/people.ts'
import { useBridge } from '../components/bridge.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { focusFirstError } from '../components/focus.ts'
import { checkPassphrases, PassphraseFields, type PassphraseErrors } from '../components/PassphraseFields.tsx'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'

/** A new passphrase for somebody who has forgotten theirs or never got one, typed by that person. */
export function PassphraseDialog({ person, onClose, onDone }: { person: Person; onClose: () => void; onDone: () => void }) {
  const bridge = useBridge()
  const text = t.people.passphraseDialog
  const fields = useRef<HTMLDivElement>(null)
  const [pair, setPair] = useState({ first: '', again: '' })
  const [errors, setErrors] = useState<PassphraseErrors>({})
  const save = useAction(() => bridge.call('people.setPassphrase', { id: person.id, passphrase: pair.first }))
  const submit = () => {
    const found = checkPassphrases(pair)
    setErrors(found)
    if (Object.keys(found).length === 0) void save.start().then(saved => { if (saved) onDone() })
    else if (fields.current) focusFirstError(fields.current)
  }
  return (
    <ConfirmDialog open title={text.title(person.name)} submit={text.submit} busy={save.busy} fault={save.fault} onSubmit={submit} onClose={onClose}>
      <p className="plain">{text.body(person.name)}</p>
      <div ref={fields} className="stack"><PassphraseFields label={t.people.form.passphrase} value={pair} errors={errors} onChange={setPair} /></div>
    </ConfirmDialog>
  )
}
