import { Button } from '@navikt/ds-react/Button'
import { Loader } from '@navikt/ds-react/Loader'
import { Textarea } from '@navikt/ds-react/Textarea'
import { useEffect, useRef, useState } from 'react'
import type { LetterLanguage } from '../../shared/contract/requests.ts'
import type { CaseView } from '../../shared/contract/views.ts'
import type { Result } from '../../shared/fault.ts'
import { useBridge } from '../components/bridge.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { PdfView } from '../components/PdfView.tsx'
import { useAction } from '../components/useAction.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'

/** No page of the program has leave to use the clipboard by itself; copying what stands selected, as the keyboard does, needs none. */
const copySelected = (): boolean => document.execCommand('copy')

type Task = 'print' | 'save' | 'copy'
type Props = { language: LetterLanguage; view: CaseView; letterId: number; text: string; reason: string | null }

/** A letter that has been made: its pages, and the ways out of the program. For a protected person each of them is asked about first. */
export function LetterView({ language, view, letterId, text: body, reason }: Props) {
  const bridge = useBridge()
  const text = t.letters.letter
  const asked = { letterId, ...(reason === null ? {} : { reason }) }
  const letter = useRead('requests.letter', asked)
  const [done, setDone] = useState<{ status: 'info' | 'success' | 'warning'; text: string } | null>(null)
  const [asking, setAsking] = useState<Task | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const pdf = letter.value
  const run = useAction(async (task: Task): Promise<Result<unknown>> => {
    setDone(null)
    if (task === 'copy') {
      // What could not be copied stands selected, so that the keyboard's own copying takes it.
      field.current?.select()
      const copied = copySelected()
      setDone(copied ? { status: 'success', text: text.copied } : { status: 'warning', text: text.notCopied })
      return { ok: true, value: null }
    }
    if (task === 'print') {
      const sent = pdf ? await bridge.print(pdf) : null
      if (sent?.ok) setDone({ status: 'info', text: text.printed })
      return sent ?? { ok: true, value: null }
    }
    const target = await bridge.chooseTarget('form', text.fileName(view.applicationId))
    if (!target.ok || !target.value) return target
    const saved = await bridge.call('requests.saveLetter', { ...asked, path: target.value.token })
    if (saved.ok) setDone({ status: 'success', text: text.saved(saved.value.name) })
    return saved
  })
  const start = (task: Task) => { if (view.protected) setAsking(task); else void run.start(task) }
  const arrived = pdf !== null
  useEffect(() => {
    if (arrived) box.current?.scrollIntoView({ block: 'nearest' })
  }, [arrived])
  const words = { label: text.label, loading: text.loading, failed: text.failed, locked: text.locked }
  return (
    <div ref={box} className="stack-tight letter" data-testid="letter">
      <div className="actions">
        <Button type="button" size="small" disabled={!pdf} loading={run.busy} onClick={() => start('print')}>{text.print}</Button>
        <Button type="button" size="small" variant="secondary" disabled={run.busy} onClick={() => start('save')}>{text.save}</Button>
        <Button type="button" size="small" variant="secondary" disabled={run.busy} onClick={() => start('copy')}>{text.copy}</Button>
      </div>
      {done ? <Notice status={done.status}>{done.text}</Notice> : null}
      <FaultMessage fault={letter.fault ?? run.fault} />
      {pdf ? <PdfView pdf={pdf} words={words} /> : letter.fault ? null : <Loader title={text.loading} />}
      <Textarea ref={field} size="small" lang={language} label={text.textLabel} value={body} readOnly minRows={4} maxRows={8} />
      <ConfirmDialog
        open={asking !== null} title={text.protectedTitle} submit={asking === 'save' ? text.protectedSave : asking === 'copy' ? text.protectedCopy : text.protectedPrint}
        onClose={() => setAsking(null)} onSubmit={() => { const task = asking; setAsking(null); if (task) void run.start(task) }}
      >
        <p className="plain">{text.protectedBody}</p>
      </ConfirmDialog>
    </div>
  )
}
