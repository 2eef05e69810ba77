import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { TextField } from '@navikt/ds-react/TextField'
import { useRef, useState } from 'react'
import type { Person } from '../../shared/contract/people.ts'
import { ROLES, type Role } from '../../shared/domain.ts'
import { useBridge } from '../components/bridge.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { focusFirstError } from '../components/focus.ts'
import { checkPassphrases, PassphraseFields, type PassphraseErrors } from '../components/PassphraseFields.tsx'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'

type Errors = PassphraseErrors & { name?: string; title?: string; roles?: string }
type Props = { person: Person | null; onClose: () => void; onDone: (name: string) => void }

/** A new caseworker with a passphrase of their own, or the name, title and roles of one who is there. */
export function PersonDialog({ person, onClose, onDone }: Props) {
  const bridge = useBridge()
  const text = t.people.form
  const fields = useRef<HTMLDivElement>(null)
  const [name, setName] = useState(person?.name ?? '')
  const [title, setTitle] = useState(person?.title ?? t.start.create.titleDefault)
  const [roles, setRoles] = useState<Role[]>(person?.roles ?? ['screen'])
  const [pair, setPair] = useState({ first: '', again: '' })
  const [errors, setErrors] = useState<Errors>({})
  const given = { name: name.trim(), title: title.trim(), roles }
  const save = useAction(() => (person ? bridge.call('people.change', { id: person.id, ...given }) : bridge.call('people.add', { ...given, passphrase: pair.first })))
  const submit = () => {
    const found: Errors = {
      ...(given.name ? {} : { name: text.nameMissing }), ...(given.title ? {} : { title: text.titleMissing }), ...(roles.length > 0 ? {} : { roles: text.rolesMissing }),
      ...(person ? {} : checkPassphrases(pair)),
    }
    setErrors(found)
    if (Object.keys(found).length === 0) void save.start().then(saved => { if (saved) onDone(given.name) })
    else if (fields.current) focusFirstError(fields.current)
  }
  return (
    <ConfirmDialog open width="medium" title={person ? text.changeTitle(person.name) : text.addTitle} submit={person ? text.submitChange : text.submitAdd} busy={save.busy} fault={save.fault} onSubmit={submit} onClose={onClose}>
      <div ref={fields} className="stack">
        <TextField label={text.name} description={text.nameHint} size="small" autoComplete="off" autoFocus maxLength={200} value={name} error={errors.name} onChange={e => setName(e.target.value)} />
        <TextField label={text.title} size="small" autoComplete="off" maxLength={200} value={title} error={errors.title} onChange={e => setTitle(e.target.value)} />
        <CheckboxGroup legend={text.roles} size="small" value={roles} error={errors.roles} onChange={(chosen: Role[]) => setRoles(ROLES.filter(role => chosen.includes(role)))}>
          {ROLES.map(role => <Checkbox key={role} value={role} description={t.people.roleHints[role]}>{t.people.roles[role]}</Checkbox>)}
        </CheckboxGroup>
        {person ? null : (
          <>
            <p className="plain">{text.passphraseBody}</p>
            <PassphraseFields label={text.passphrase} value={pair} errors={errors} onChange={setPair} />
          </>
        )}
      </div>
    </ConfirmDialog>
  )
}
