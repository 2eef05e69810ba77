import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { Button } from '@navikt/ds-react/Button'
import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { TextField } from '@navikt/ds-react/TextField'
import { BodyShort } from '@navikt/ds-react/Typography'
import { useEffect, useRef, useState } from 'react'
import type { BulkAsks, BulkSummary } from '../../shared/contract/desk.ts'
import type { OperationInput } from '../../shared/contract/operations.ts'
import { LETTER_LANGUAGES, REQUEST_LIMITS, type LetterLanguage } from '../../shared/contract/requests.ts'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { DateField } from '../components/DateField.tsx'
import { isDay } from '../components/dates.ts'
import { focusFirstError } from '../components/focus.ts'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import { useAction } from '../components/useAction.ts'
import { useLong } from '../components/useLong.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'
import { BulkTold } from './BulkTold.tsx'
import { SavedTold, useSaveLetters } from './SaveLetters.tsx'

type Chosen = OperationInput<'desk.bulk'>['chosen']
type Terms = { points: string[]; language: LetterLanguage; dueOn: string; replyTo: string }
type Props = { intakeId: number; chosen: Chosen; /** With how many letters were made, or null for none. */ onClose: (letters: number | null) => void }

const firstPoint = (box: HTMLElement | null) => box?.querySelector<HTMLElement>('input[type="checkbox"]')

/** Asks the applicants of the chosen cases for the same: what of it they lack is chosen, told, made, and saved to be sent. */
export function AskDialog({ intakeId, chosen: now, onClose }: Props) {
  const text = t.desk.bulk.ask
  const bridge = useBridge()
  // The list may change below the dialog, by its own letters too; what is asked stays with those that were chosen.
  const [chosen] = useState(now)
  const asks = useRead('desk.bulkAsks', { intakeId, chosen })
  const [given, setGiven] = useState<Terms | null>(null)
  const [errors, setErrors] = useState(false)
  const [summary, setSummary] = useState<BulkSummary | null>(null)
  const [made, setMade] = useState<number[] | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const found = asks.value
  const terms = given ?? (found ? { points: found.points.length === 1 ? found.points.map(point => point.name) : [], language: found.language, dueOn: found.dueOn, replyTo: found.replyTo } : null)
  const preview = useAction((wanted: Terms) => bridge.call('desk.bulkPreview', { intakeId, chosen, action: { kind: 'ask', ...wanted } }))
  const bulk = useLong('desk.bulk')
  const saving = useSaveLetters(intakeId)
  const step = made ? 'made' : summary ? 'summary' : found ? 'choose' : 'read'
  useEffect(() => {
    if (step === 'choose') (firstPoint(box.current) ?? box.current)?.focus()
    else if (step !== 'read') box.current?.focus({ preventScroll: true })
  }, [step])

  const look = async (wanted: Terms) => {
    const seen = await preview.start(wanted)
    if (seen) setSummary(seen.value)
  }
  const submit = () => {
    if (made) return void saving.start({ ids: made })
    if (!terms || !found || found.points.length === 0) return onClose(null)
    if (!summary) {
      const wrong = terms.points.length === 0 || !isDay(terms.dueOn)
      setErrors(wrong)
      if (terms.points.length === 0) return firstPoint(box.current)?.focus()
      if (wrong) return box.current ? focusFirstError(box.current) : undefined
      return void look(terms)
    }
    if (summary.done === 0) return setSummary(null)
    void bulk.start({ intakeId, chosen, action: { kind: 'ask', ...terms }, digest: summary.digest }).then(result => {
      if (!result) return look(terms)
      announce(text.made(result.value.done))
      setMade(result.value.letters ?? [])
    })
  }
  const faults = asks.fault ?? bulk.fault ?? preview.fault
  return (
    <ConfirmDialog
      open width="large" title={step === 'made' ? text.doneTitle : step === 'summary' ? text.sumTitle : text.title} busy={bulk.busy || preview.busy || saving.busy} fault={faults?.code === 'cancelled' ? null : faults}
      submit={step === 'made' ? t.desk.bulk.letters.saveAll : step === 'summary' ? (summary?.done === 0 ? text.back : text.submit(summary?.done ?? 0)) : found?.points.length === 0 ? text.close : text.next}
      {...(step === 'made' ? { leave: text.close } : {})} onSubmit={submit} onClose={() => onClose(made ? made.length : null)}
    >
      <div ref={box} tabIndex={-1} className="stack ask-box" data-testid="ask">
        {made ? <Made n={made.length} saving={saving} />
          : bulk.busy ? <ProgressPanel title={text.running} progress={bulk.progress} stopping={bulk.stopping} onCancel={bulk.cancel} />
            : summary && terms ? (
              <>
                <BulkTold summary={summary} will={text.will(summary.done)} />
                <BodyShort size="small">{text.terms(t.letters.language[terms.language], terms.dueOn)}</BodyShort>
                {summary.done > 0 ? <div><Button type="button" size="small" variant="tertiary" onClick={() => setSummary(null)}>{text.back}</Button></div> : null}
              </>
            ) : found && terms ? <Choose asks={found} terms={terms} errors={errors} onChange={change => { preview.clear(); setGiven({ ...terms, ...change }) }} />
              : <BodyShort size="small">{asks.fault ? '' : t.desk.bulk.reading}</BodyShort>}
      </div>
    </ConfirmDialog>
  )
}

function Choose({ asks, terms, errors, onChange }: { asks: BulkAsks; terms: Terms; errors: boolean; onChange: (change: Partial<Terms>) => void }) {
  const text = t.desk.bulk.ask
  const letter = t.letters.write
  if (asks.points.length === 0) return <BodyShort size="small">{text.none}</BodyShort>
  return (
    <>
      <BodyShort size="small">{text.intro(asks.able, asks.total)}</BodyShort>
      <CheckboxGroup size="small" legend={text.points} value={terms.points} error={errors && terms.points.length === 0 ? letter.noChoice : undefined} onChange={(points: string[]) => onChange({ points })}>
        {asks.points.slice(0, REQUEST_LIMITS.items).map(point => <Checkbox key={point.name} value={point.name}><span lang={terms.language}>{point.ask[terms.language]}</span> <span className="subtle">({text.lack(point.cases)})</span></Checkbox>)}
      </CheckboxGroup>
      <div className="ask-terms">
        <RadioGroup size="small" legend={letter.language} value={terms.language} onChange={(language: LetterLanguage) => onChange({ language })}>
          {LETTER_LANGUAGES.map(each => <Radio key={each} value={each}>{t.letters.language[each]}</Radio>)}
        </RadioGroup>
        <DateField label={letter.due} description={letter.dueHint} value={terms.dueOn} error={errors && !isDay(terms.dueOn) ? letter.dueMissing : undefined} onChange={dueOn => onChange({ dueOn })} />
      </div>
      <TextField size="small" label={`${letter.replyTo} (${t.common.optional})`} description={letter.replyToHint} autoComplete="off" value={terms.replyTo} onChange={e => onChange({ replyTo: e.target.value.slice(0, REQUEST_LIMITS.replyTo) })} />
    </>
  )
}

function Made({ n, saving }: { n: number; saving: ReturnType<typeof useSaveLetters> }) {
  const text = t.desk.bulk.ask
  return (
    <>
      <BodyShort size="small" weight="semibold">{text.made(n)}</BodyShort>
      {saving.saved ? null : <BodyShort size="small">{text.send}</BodyShort>}
      <SavedTold saving={saving} />
    </>
  )
}
