import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { BodyShort } from '@navikt/ds-react/Typography'
import { useState } from 'react'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'
import type { Filter } from './listState.ts'

/** Saves what the list shows under a name. */
export function SaveFilter({ intakeId, filter }: { intakeId: number; filter: Filter }) {
  const text = t.desk
  const bridge = useBridge()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const save = useAction(() => bridge.call('desk.saveFilter', { intakeId, name: name.trim(), choice: { ...filter, text: filter.text.trim() } }))
  const submit = async () => {
    setMissing(name.trim() === '')
    if (name.trim() === '' || !(await save.start())) return
    setOpen(false)
    announce(text.saved(name.trim()))
  }
  return (
    <>
      <Button type="button" size="small" variant="tertiary" onClick={() => { setName(''); setMissing(false); save.clear(); setOpen(true) }}>{text.save}</Button>
      <ConfirmDialog open={open} title={text.saveTitle} submit={text.save} busy={save.busy} fault={save.fault} onSubmit={() => void submit()} onClose={() => setOpen(false)}>
        <BodyShort size="small">{text.saveBody}</BodyShort>
        <TextField size="small" autoFocus label={text.saveName} value={name} maxLength={60} autoComplete="off" error={missing ? text.saveNameMissing : undefined} onChange={e => setName(e.target.value)} />
      </ConfirmDialog>
    </>
  )
}
