import { Button } from '@navikt/ds-react/Button'
import { Textarea } from '@navikt/ds-react/Textarea'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { NoteView } from '../../shared/contract/notes.ts'
import type { FaultInfo, Result } from '../../shared/fault.ts'
import { Allowed } from '../components/Allowed.tsx'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import type { CasePanelProps } from '../components/casePanel.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { WithTerm } from '../components/Term.tsx'
import { useAction } from '../components/useAction.ts'
import { useChanged } from '../components/useChanged.ts'
import { useRead } from '../components/useRead.ts'
import { moment } from '../text/format.ts'
import { t } from '../text/t.ts'

const LONGEST = 4000

/** What has been noted in a case, and a place to note more. Nothing that stands there can be changed. */
export function NotesPanel({ view, openReason }: CasePanelProps) {
  const bridge = useBridge()
  const text = t.letters.notes
  const reason = openReason()
  const notes = useRead('notes.ofCase', { id: view.id, ...(reason === null ? {} : { reason }) })
  useChanged(changed => { if (changed.caseId === undefined || changed.caseId === view.id) void notes.reload() })
  return (
    <div className="stack notes" data-testid="notes">
      <p className="plain small">{text.intro}</p>
      <Allowed role="screen" what={text.needs}><NoteForm label={text.label} submit={text.save} save={written => bridge.call('notes.add', { id: view.id, text: written })} onSaved={() => { announce(text.saved); void notes.reload() }} /></Allowed>
      <FaultMessage fault={notes.fault} />
      {notes.value ? (
        <section className="stack-tight" aria-label={text.list}>
          <div><WithTerm ids={['note']}><h3 className="section-title">{text.list}</h3></WithTerm></div>
          {notes.value.length === 0 ? <p className="plain subtle">{text.empty}</p> : <ul className="plain-list">{notes.value.map(note => <Note key={note.id} note={note} onChanged={() => void notes.reload()} />)}</ul>}
        </section>
      ) : null}
    </div>
  )
}

function Note({ note, onChanged }: { note: NoteView; onChanged: () => void }) {
  const bridge = useBridge()
  const text = t.letters.notes
  const [adding, setAdding] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const leave = () => {
    setAdding(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <li className="credential" data-testid="note">
      <span className="small subtle">{text.by(moment(note.at), note.by)}</span>
      <p className="plain event-text wrap">{note.text}</p>
      {note.additions.map(each => (
        <div key={each.id} className="note-addition">
          <span className="small subtle">{text.addition(moment(each.at), each.by)}</span>
          <p className="plain event-text wrap">{each.text}</p>
        </div>
      ))}
      {adding ? <NoteForm label={text.addLabel} submit={text.addSave} takeFocus save={written => bridge.call('notes.amend', { noteId: note.id, text: written })} onSaved={() => { announce(text.added); leave(); onChanged() }} onClose={leave} />
        : <Allowed role="screen"><div><Button ref={button} type="button" size="xsmall" variant="tertiary" aria-label={text.addFor(moment(note.at))} onClick={() => setAdding(true)}>{text.add}</Button></div></Allowed>}
    </li>
  )
}

type FormProps = { label: string; submit: string; takeFocus?: boolean; save: (text: string) => Promise<Result<unknown>>; onSaved: () => void; onClose?: () => void }

function NoteForm({ label, submit, takeFocus = false, save, onSaved, onClose }: FormProps) {
  const [written, setWritten] = useState('')
  const [missing, setMissing] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const action = useAction(() => save(written.trim()))
  useEffect(() => {
    if (takeFocus) form.current?.querySelector('textarea')?.focus()
  }, [takeFocus])
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setMissing(written.trim() === '')
    if (written.trim() === '') return focusFirstError(event.currentTarget)
    void action.start().then(done => {
      if (!done) return
      setWritten('')
      onSaved()
    })
  }
  const fault: FaultInfo | null = action.fault
  return (
    <form ref={form} className="stack-tight" noValidate onSubmit={send} onKeyDown={e => { if (onClose && e.key === 'Escape' && !action.busy) { e.stopPropagation(); onClose() } }}>
      <Textarea
        size="small" label={label} minRows={2} value={written} error={missing ? t.letters.notes.missing : undefined} onChange={e => { setWritten(e.target.value.slice(0, LONGEST)); setMissing(false) }}
        onKeyDown={e => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) form.current?.requestSubmit() }}
      />
      <FaultMessage fault={fault} />
      <div className="actions">
        <Button type="submit" size="small" loading={action.busy}>{submit}</Button>
        {onClose ? <Button type="button" size="small" variant="secondary" disabled={action.busy} onClick={onClose}>{t.common.cancel}</Button> : null}
      </div>
    </form>
  )
}
