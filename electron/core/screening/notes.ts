import type { NoteView } from '../../../shared/contract/notes.ts'
import { Fault } from '../../../shared/fault.ts'
import { applicationById } from '../cases/cases.ts'
import type { Context } from '../context.ts'
import type { Row } from '../store/database.ts'
import { type Appliers, change } from '../store/store.ts'

type NoteRow = Row & { id: number; note: number | null; text: string; at: string; name: string | null }

/** What the entries of notes do to the tables. */
export const noteAppliers: Appliers = {
  'note.added': (db, e) => {
    const { text } = JSON.parse(e.body) as { text: string }
    db.run('INSERT INTO note (id, application, note, text, at, by) VALUES (?, ?, NULL, ?, ?, ?)', e.seq, e.application, text, e.at, e.by)
  },
  'note.amended': (db, e) => {
    const { note, text } = JSON.parse(e.body) as { note: number; text: string }
    db.run('INSERT INTO note (id, application, note, text, at, by) VALUES (?, ?, ?, ?, ?, ?)', e.seq, e.application, note, text, e.at, e.by)
  },
}

/** The notes of a case, newest first, with what was added to each. Throws Fault case-protected without the reason a protected case was opened for. */
export function notesOfCase({ store }: Context, { id, reason }: { id: number; reason?: string | undefined }): NoteView[] {
  if (applicationById(store.read, id).protected === 1 && !reason?.trim()) throw new Fault('case-protected')
  const rows = store.read.all<NoteRow>('SELECT n.id, n.note, n.text, n.at, c.name FROM note n LEFT JOIN caseworker c ON c.id = n.by WHERE n.application = ? ORDER BY n.id', id)
  const said = ({ id: own, text, at, name }: NoteRow) => ({ id: own, text, at, by: name ?? '' })
  return rows.filter(row => row.note === null).map(row => ({ ...said(row), additions: rows.filter(each => each.note === row.id).map(said) })).reverse()
}

/** Notes something in a case (27 § förvaltningslagen): who and when come from the program, and nothing of it can be changed. A decided case may be noted in too. */
export function addNote(context: Context, { id, text }: { id: number; text: string }): { id: number } {
  const { store } = context
  const note = change(store, () => store.record({ kind: 'note.added', application: applicationById(store.read, id).id, body: JSON.stringify({ text }) }))
  tell(context, id)
  return { id: note }
}

/** Adds to a note, under it. Throws Fault note-missing; an addition is not added to. */
export function amendNote(context: Context, { noteId, text }: { noteId: number; text: string }): { id: number } {
  const { store } = context
  const done = change(store, () => {
    const application = store.read.value('SELECT application FROM note WHERE id = ? AND note IS NULL', noteId)
    if (application === undefined) throw new Fault('note-missing')
    return { application: Number(application), id: store.record({ kind: 'note.amended', application: Number(application), body: JSON.stringify({ note: noteId, text }) }) }
  })
  tell(context, done.application)
  return { id: done.id }
}

function tell(context: Context, id: number): void {
  context.changed({ what: 'cases', intakeId: applicationById(context.store.read, id).intake, caseId: id })
}
