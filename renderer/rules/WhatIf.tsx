import { Button } from '@navikt/ds-react/Button'
import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { Select } from '@navikt/ds-react/Select'
import { useState } from 'react'
import type { ProgrammeSummary, RuleBookView } from '../../shared/contract/rules.ts'
import { announce } from '../components/announce.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import { useLong } from '../components/useLong.ts'
import { t } from '../text/t.ts'
import { editCount, faultPlace, noEdits, toEdits } from './edits.ts'
import { EditsEditor } from './EditsEditor.tsx'
import { askOf } from './ask.ts'
import { change, editsOf, showAll, type Ask, type Place } from './place.ts'
import { WhatIfAnswer } from './WhatIfAnswer.tsx'

type Props = { programme: ProgrammeSummary; book: RuleBookView; place: Place; onCase: (intake: { id: number; name: string }, caseId: number) => void; onAdopted: () => Promise<void> }

/** What other rules would mean for the cases of an intake. Asking stores nothing; adopting a version is asked about first. */
export function WhatIf({ programme, book, place, onCase, onAdopted }: Props) {
  const text = t.rules.whatIf
  const [adopted, setAdopted] = useState<string | null>(null)
  const [lacking, setLacking] = useState(false)
  const run = useLong('rules.whatIf')
  if (!programme.screens) return <p className="plain panel" data-testid="empty">{text.none}</p>
  if (programme.intakes.length === 0) return <p className="plain panel" data-testid="empty">{text.noIntakes}</p>
  const ask = askOf(programme, place.ask)
  const intake = programme.intakes.find(i => i.id === ask.intakeId)
  const edits = editsOf(place)
  const set = (next: Partial<Ask>) => {
    setLacking(false)
    change(programme.id, { ask: { ...ask, ...next } })
  }
  const start = async () => {
    setAdopted(null)
    if (ask.intakeId === null || ask.version === null) return
    const edited = ask.by === 'edited'
    setLacking(edited && editCount(edits) === 0)
    if (edited && editCount(edits) === 0) return
    const done = await run.start({ intakeId: ask.intakeId, version: edited ? book.version : ask.version, edits: edited ? toEdits(book, edits) : noWrittenEdits })
    if (!done) return
    change(programme.id, { answer: done.value, stale: false, shown: showAll, active: -1 })
    announce(text.summary(done.value.changed, done.value.total))
  }
  return (
    <>
      <h2 className="aksel-sr-only">{t.rules.book.tab['what-if']}</h2>
      <p className="plain">{text.lead}</p>
      {adopted ? <Notice status="success">{adopted}</Notice> : null}
      <form className="panel stack" noValidate onSubmit={e => { e.preventDefault(); if (!run.busy) void start() }}>
        <Select size="small" label={text.intake} value={ask.intakeId ?? ''} onChange={e => set({ intakeId: Number(e.target.value), version: null })}>
          {programme.intakes.map(i => <option key={i.id} value={i.id}>{text.intakeOption(i.name, i.version, i.cases)}</option>)}
        </Select>
        <RadioGroup size="small" legend={text.by} value={ask.by} onChange={(by: Ask['by']) => set({ by })}>
          <Radio value="version">{text.byVersion}</Radio>
          <Radio value="edited">{text.byEdited(book.version, t.rules.edit.count(editCount(edits)).toLocaleLowerCase('sv'))}</Radio>
        </RadioGroup>
        {ask.by === 'version' ? (
          <Select size="small" label={text.version} className="short-field" value={ask.version ?? ''} onChange={e => set({ version: e.target.value })}>
            {[...programme.versions].reverse().map(v => <option key={v.version} value={v.version}>{v.version === intake?.version ? text.now(v.version) : t.rules.book.versionOption(v.version, v.from, v.to)}</option>)}
          </Select>
        ) : (
          <div className="edit-box"><EditsEditor book={book} drafts={edits} wrong={faultPlace(run.fault)} onChange={next => { setLacking(false); change(programme.id, p => ({ edits: { ...p.edits, [book.version]: next } })) }} /></div>
        )}
        {lacking ? <p className="plain field-error" role="alert">{text.noEdits}</p> : null}
        <FaultMessage fault={run.fault} />
        {run.busy ? <ProgressPanel title={text.running} progress={run.progress} stopping={run.stopping} onCancel={run.cancel} /> : <div className="actions"><Button type="submit" size="small">{text.run}</Button></div>}
      </form>
      {place.answer && !run.busy ? (
        <WhatIfAnswer
          answer={place.answer} place={place} programme={programme.id} onCase={onCase}
          onAdopted={async said => { change(programme.id, { answer: null, ask: { ...ask, version: null } }); setAdopted(said); await onAdopted() }}
        />
      ) : null}
    </>
  )
}

const noWrittenEdits = { ...noEdits, conditions: [] }
