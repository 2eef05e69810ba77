import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { Select } from '@navikt/ds-react/Select'
import { Textarea } from '@navikt/ds-react/Textarea'
import { TextField } from '@navikt/ds-react/TextField'
import { useRef, useState } from 'react'
import { CONSENT_WAYS, type ConsentView, type ConsentWay } from '../../shared/contract/consent.ts'
import type { CaseView } from '../../shared/contract/views.ts'
import { useBridge } from '../components/bridge.tsx'
import type { CasePanelProps } from '../components/casePanel.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { DateField } from '../components/DateField.tsx'
import { readDay, toDate } from '../components/dates.ts'
import { focusFirstError } from '../components/focus.ts'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'
import { consentWayWord } from '../text/words.ts'

type Props = { asking: 'withdraw' | 'give'; view: CaseView; consent: ConsentView; change: CasePanelProps['change']; onDone: () => void }

/** What a person has said of their consent: when, how, who, and for which of their applications. */
export function ConsentDialog({ asking, view, consent, change, onDone }: Props) {
  const bridge = useBridge()
  const text = t.proof.consent
  const body = useRef<HTMLDivElement>(null)
  const [scope, setScope] = useState<'ja' | 'delvis'>('ja')
  const [covered, setCovered] = useState<string[]>([])
  const [on, setOn] = useState(text.today)
  const [how, setHow] = useState<ConsentWay>('telephone')
  const [who, setWho] = useState('')
  const [note, setNote] = useState('')
  const [also, setAlso] = useState<number[]>(() => (asking === 'withdraw' ? consent.others.filter(o => o.scope !== 'withdrawn').map(o => o.id) : []))
  const [errors, setErrors] = useState<{ on?: string; who?: string }>({})
  const save = useAction(() => {
    const said = { id: view.id, version: view.version, on: readDay(on), how, who: who.trim(), note: note.trim(), also }
    return asking === 'withdraw' ? change(() => bridge.call('consent.withdraw', said), text.done.withdrawn) : change(() => bridge.call('consent.give', { ...said, scope, recipients: scope === 'delvis' ? covered : [] }), text.done.given)
  })
  const submit = () => {
    const found = { ...(toDate(readDay(on)) ? {} : { on: t.common.dateInvalid }), ...(who.trim() ? {} : { who: t.common.required }) }
    setErrors(found)
    if (Object.keys(found).length > 0) {
      if (body.current) focusFirstError(body.current)
      return
    }
    void save.start().then(done => { if (done) onDone() })
  }
  return (
    <ConfirmDialog
      open title={asking === 'withdraw' ? text.withdrawTitle : text.giveTitle} submit={asking === 'withdraw' ? text.withdraw : text.give} danger={asking === 'withdraw'} width="medium"
      busy={save.busy} fault={save.fault} onSubmit={submit} onClose={onDone}
    >
      <div ref={body} className="stack">
        {asking === 'withdraw' ? <p className="plain">{text.withdrawBody}</p> : (
          <RadioGroup size="small" legend={text.scope} value={scope} onChange={(value: 'ja' | 'delvis') => setScope(value)}>
            <Radio value="ja">{text.scopes.ja}</Radio>
            <Radio value="delvis">{text.scopes.delvis}</Radio>
          </RadioGroup>
        )}
        {asking === 'give' && scope === 'delvis' ? (
          <CheckboxGroup size="small" legend={text.covered} value={covered} onChange={(value: string[]) => setCovered(value)}>
            {consent.recipients.map(each => <Checkbox key={each.id} value={each.id}>{each.title}</Checkbox>)}
          </CheckboxGroup>
        ) : null}
        <div className="side-by-side">
          <DateField label={text.on} value={on} error={errors.on} onChange={setOn} />
          <Select size="small" label={text.how} value={how} onChange={e => setHow(CONSENT_WAYS.find(way => way === e.target.value) ?? 'other')}>
            {CONSENT_WAYS.map(way => <option key={way} value={way}>{consentWayWord[way]}</option>)}
          </Select>
        </div>
        <TextField size="small" label={text.who} description={text.whoHint} value={who} error={errors.who} autoComplete="off" onChange={e => { setWho(e.target.value.slice(0, 200)); setErrors(before => (before.on ? { on: before.on } : {})) }} />
        <Textarea size="small" label={`${text.note} (${t.common.optional})`} minRows={2} value={note} onChange={e => setNote(e.target.value.slice(0, 2000))} />
        {consent.others.length > 0 ? (
          <CheckboxGroup size="small" legend={text.also} value={also} onChange={(value: number[]) => setAlso(value)}>
            {consent.others.map(each => <Checkbox key={each.id} value={each.id}>{text.other(each.applicationId, each.intakeName, text.word[each.scope])}</Checkbox>)}
          </CheckboxGroup>
        ) : null}
      </div>
    </ConfirmDialog>
  )
}
