import { Button } from '@navikt/ds-react/Button'
import { Checkbox } from '@navikt/ds-react/Checkbox'
import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { Textarea } from '@navikt/ds-react/Textarea'
import { TextField } from '@navikt/ds-react/TextField'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { LETTER_LANGUAGES, REQUEST_LIMITS, type LetterLanguage, type RequestPreview, type RequestProposal } from '../../shared/contract/requests.ts'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import type { CasePanelProps } from '../components/casePanel.ts'
import { DateField } from '../components/DateField.tsx'
import { isDay } from '../components/dates.ts'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { PdfView } from '../components/PdfView.tsx'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'
import { draftOf, inLanguage, inputOf, ownDraft, type ItemDraft } from './requestDraft.ts'

type Props = Pick<CasePanelProps, 'view' | 'change'> & { proposal: RequestProposal; reason: string | null; onDone: () => void; onClose: () => void }

/** A letter in the making: what it asks for, in which language, until when; shown as it will be, and made. */
export function RequestForm({ view, proposal, reason, change, onDone, onClose }: Props) {
  const bridge = useBridge()
  const text = t.letters.write
  const [items, setItems] = useState<ItemDraft[]>(() => proposal.items.map(each => draftOf(each, proposal.language)))
  const [language, setLanguage] = useState<LetterLanguage>(proposal.language)
  const [dueOn, setDueOn] = useState(proposal.dueOn)
  const [replyTo, setReplyTo] = useState(proposal.replyTo)
  const [errors, setErrors] = useState(false)
  const [shown, setShown] = useState<{ of: string; preview: RequestPreview } | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const pages = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('h3')?.focus(), [])
  useEffect(() => { if (shown) pages.current?.focus() }, [shown])

  const input = inputOf(items, { language, dueOn, replyTo })
  const withReason = reason === null ? {} : { reason }
  const now = JSON.stringify(input)
  const preview = useAction(() => bridge.call('requests.preview', { id: view.id, ...input, ...withReason }))
  const make = useAction(() => change(() => bridge.call('requests.make', { id: view.id, version: view.version, ...input, ...withReason }), text.made))
  const wrong = { choice: input.items.length === 0, due: !isDay(dueOn), ask: (item: ItemDraft) => item.chosen && item.ask.trim() === '' }
  const good = () => {
    const bad = wrong.choice || wrong.due || items.some(wrong.ask)
    setErrors(bad)
    if (bad && form.current) focusFirstError(form.current)
    return !bad
  }
  const look = async () => {
    if (!good()) return
    const found = await preview.start()
    if (!found) return
    setShown({ of: now, preview: found.value })
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (good()) void make.start().then(done => { if (done) onDone() })
  }
  const turn = (to: LetterLanguage) => {
    setLanguage(to)
    const { turned, kept } = inLanguage(items, proposal.items, language, to)
    setItems(turned)
    announce(text.languageChanged(kept))
  }
  const set = (at: number, to: Partial<ItemDraft>) => setItems(before => before.map((each, i) => (i === at ? { ...each, ...to } : each)))
  return (
    <form ref={form} className="panel stack" noValidate onSubmit={submit} aria-label={t.letters.start}>
      <h3 className="section-title" tabIndex={-1}>{text.heading}</h3>
      <p className="plain small">{proposal.items.length > 0 ? text.intro : text.noItems}</p>
      <ul className="plain-list">
        {items.map((item, i) => (
          <li key={item.key} className="letter-item" data-testid="letter-item">
            <Checkbox size="small" checked={item.chosen} error={errors && wrong.choice} onChange={e => set(i, { chosen: e.target.checked })}>
              {item.questions.length > 0 ? item.questions.map(q => <span key={q.id}>{text.about(q.id, q.light)}: <span lang={view.ruleSet.language}>{q.question}</span> </span>) : text.ownItem}
            </Checkbox>
            {item.questions.map(q => (
              <p key={q.id} className="plain small subtle letter-why">{[q.missing.length > 0 ? text.missing(q.missing.join(', ')) : '', q.missing.length === 0 && q.toGreen.length > 0 ? text.toGreen(q.toGreen.join(' ')) : ''].filter(Boolean).join(' ')}</p>
            ))}
            {item.chosen ? (
              <div className="stack-tight letter-texts">
                <Textarea size="small" label={text.ask(i + 1)} minRows={2} value={item.ask} lang={language} error={errors && wrong.ask(item) ? text.askMissing : undefined} onChange={e => set(i, { ask: e.target.value.slice(0, REQUEST_LIMITS.text) })} />
                <Textarea size="small" label={`${text.why(i + 1)} (${t.common.optional})`} minRows={1} value={item.why} lang={language} onChange={e => set(i, { why: e.target.value.slice(0, REQUEST_LIMITS.text) })} />
                {item.name === null ? <div><Button type="button" size="xsmall" variant="tertiary" onClick={() => setItems(before => before.filter((_, at) => at !== i))}>{text.removeOwn(i + 1)}</Button></div> : null}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {errors && wrong.choice ? <p className="plain small" role="alert">{text.noChoice}</p> : null}
      {items.length < REQUEST_LIMITS.items ? <div><Button type="button" size="xsmall" variant="secondary" onClick={() => setItems(before => [...before, ownDraft()])}>{text.own}</Button></div> : null}
      {proposal.others.length > 0 ? (
        <details className="small">
          <summary>{text.others} ({proposal.others.length})</summary>
          <ul className="bullets">{proposal.others.map(each => <li key={each.id}>{text.about(each.id, each.light)}: {each.question} <span className="subtle">{each.because ?? text.noText}</span></li>)}</ul>
        </details>
      ) : null}
      <div className="letter-choices">
        <RadioGroup size="small" legend={text.language} value={language} onChange={(to: LetterLanguage) => turn(to)}>
          {LETTER_LANGUAGES.map(each => <Radio key={each} value={each}>{t.letters.language[each]}</Radio>)}
        </RadioGroup>
        <DateField label={text.due} description={text.dueHint} value={dueOn} error={errors && wrong.due ? text.dueMissing : undefined} onChange={setDueOn} />
        <TextField size="small" className="letter-reply" label={`${text.replyTo} (${t.common.optional})`} description={text.replyToHint} autoComplete="off" value={replyTo} onChange={e => setReplyTo(e.target.value.slice(0, REQUEST_LIMITS.replyTo))} />
      </div>
      <FaultMessage fault={preview.fault ?? (make.fault?.code === 'case-changed' ? null : make.fault)} />
      <div className="actions">
        <Button type="button" size="small" variant="secondary" loading={preview.busy} onClick={() => void look()}>{text.preview}</Button>
        <Button type="submit" size="small" loading={make.busy}>{text.make}</Button>
        <Button type="button" size="small" variant="tertiary" disabled={make.busy} onClick={onClose}>{t.common.cancel}</Button>
      </div>
      {shown ? (
        <div ref={pages} tabIndex={-1} className="stack-tight" data-testid="letter-preview">
          <Notice status={shown.of === now ? 'info' : 'warning'}>{shown.of === now ? text.asStored : text.changed}</Notice>
          <PdfView pdf={shown.preview.pdf} words={t.letters.letter} />
          <Textarea size="small" label={t.letters.letter.textLabel} value={shown.preview.text} readOnly minRows={4} maxRows={8} />
        </div>
      ) : null}
    </form>
  )
}
