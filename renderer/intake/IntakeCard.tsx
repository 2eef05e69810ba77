import { Button } from '@navikt/ds-react/Button'
import { Table } from '@navikt/ds-react/Table'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { ChevronDownIcon, ChevronUpIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import { useId, useRef, useState } from 'react'
import { LIGHTS } from '../../shared/domain.ts'
import type { IntakeFileView, IntakeView } from '../../shared/contract/views.ts'
import { Allowed } from '../components/Allowed.tsx'
import { LightBadge } from '../components/LightBadge.tsx'
import { UndoFile } from './UndoFile.tsx'
import { count, moment } from '../text/format.ts'
import { t } from '../text/t.ts'
import { fileKindWord } from '../text/words.ts'

type Props = { intake: IntakeView; exporting: boolean; onList: () => void; onReadFiles: () => void; onReadDocuments: () => void; onEdit: () => void; onExport: () => void; onUndone: (name: string) => void }

/** One intake: dates, counts per light, what needs attention, and what can be done with it. */
export function IntakeCard({ intake, exporting, onList, onReadFiles, onReadDocuments, onEdit, onExport, onUndone }: Props) {
  const text = t.intake.list
  const heading = useId()
  const files = useId()
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLElement | null>(null)
  const [undoing, setUndoing] = useState<IntakeFileView | null>(null)
  const { counts } = intake
  const some = counts.total > 0
  return (
    <article className="panel stack-tight" aria-labelledby={heading}>
      <div className="row-between">
        <div className="min0">
          <Heading id={heading} level="2" size="small" className="wrap">{intake.name}</Heading>
          <BodyShort size="small" textColor="subtle">
            {intake.programmeTitle} · {text.evaluation} {intake.evaluationDate} · {text.places} {text.period(intake.placeStart, intake.placeEnd)}
          </BodyShort>
        </div>
        <div className="actions">
          <Button type="button" size="small" variant={some ? 'primary' : 'secondary'} disabled={!some} onClick={onList} aria-describedby={heading}>{text.open}</Button>
          <Allowed role="administer"><Button type="button" size="small" variant={some ? 'secondary' : 'primary'} onClick={onReadFiles} aria-describedby={heading}>{text.readFiles}</Button></Allowed>
          {some ? <Allowed role="screen"><Button type="button" size="small" variant="secondary" onClick={onReadDocuments} aria-describedby={heading}>{t.documents.received.toReceive}</Button></Allowed> : null}
          <Allowed role="administer"><Button type="button" size="small" variant="tertiary" onClick={onEdit} aria-describedby={heading}>{text.edit}</Button></Allowed>
          {some ? <Allowed role="screen"><Button type="button" size="small" variant="tertiary" loading={exporting} onClick={onExport} aria-describedby={heading}>{text.exportLights}</Button></Allowed> : null}
        </div>
      </div>
      <div className="count-line">
        {LIGHTS.map(light => <LightBadge key={light} light={light} amount={counts[light]} />)}
        <BodyShort size="small" as="span" weight="semibold">{text.total(counts.total)}</BodyShort>
        {some ? <BodyShort size="small" as="span">{[text.established(intake.established), text.decided(intake.decided)].join(' · ')}</BodyShort> : null}
      </div>
      {some && (!intake.protectionChecked || intake.changedSinceEstablished > 0) ? (
        <ul className="flags">
          {intake.protectionChecked ? null : <li title={text.notProtectedWhy}><ExclamationmarkTriangleIcon aria-hidden /> {text.notProtected}</li>}
          {intake.changedSinceEstablished > 0 ? <li><ExclamationmarkTriangleIcon aria-hidden /> {text.changed(intake.changedSinceEstablished)}</li> : null}
        </ul>
      ) : null}
      {intake.files.length === 0 ? <BodyShort size="small" textColor="subtle">{text.noFiles}</BodyShort> : (
        <div>
          <button type="button" className="link disclosure" aria-expanded={open} aria-controls={files} onClick={() => setOpen(!open)}>
            {open ? <ChevronUpIcon aria-hidden /> : <ChevronDownIcon aria-hidden />} {text.files(intake.files.length)}
          </button>
          <div id={files} hidden={!open}>{open ? <Files files={intake.files} name={intake.name} onUndo={(file, from) => { opener.current = from; setUndoing(file) }} /> : null}</div>
          {open && undoing ? <UndoFile key={undoing.id} file={undoing} onClose={() => { setUndoing(null); opener.current?.focus() }} onDone={name => { setUndoing(null); onUndone(name) }} /> : null}
        </div>
      )}
    </article>
  )
}

function Files({ files, name, onUndo }: { files: IntakeFileView[]; name: string; onUndo: (file: IntakeFileView, from: HTMLElement) => void }) {
  const head = t.intake.list.fileColumns
  return (
    <div className="table-scroll" role="region" aria-label={`${t.intake.list.filesToggle}: ${name}`} tabIndex={0}>
      <Table size="small">
        <Table.Header>
          <Table.Row>
            {[head.kind, head.name, head.at, head.by].map(h => <Table.HeaderCell key={h} scope="col">{h}</Table.HeaderCell>)}
            {[head.added, head.changed, head.refused].map(h => <Table.HeaderCell key={h} scope="col" align="right">{h}</Table.HeaderCell>)}
            <Table.HeaderCell scope="col"><span className="aksel-sr-only">{t.changes.undo.action}</span></Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {files.map(f => (
            <Table.Row key={f.id}>
              <Table.DataCell>{fileKindWord[f.kind]}</Table.DataCell>
              <Table.DataCell className="wrap">{f.name}</Table.DataCell>
              <Table.DataCell className="nowrap">{moment(f.takenInAt)}</Table.DataCell>
              <Table.DataCell className="nowrap">{f.takenInBy}</Table.DataCell>
              {[f.counts.added, f.counts.changed, f.counts.refused].map((n, i) => <Table.DataCell key={i} align="right">{count(n)}</Table.DataCell>)}
              <Table.DataCell className="wrap">
                {f.undone ? <span title={f.undone.reason}>{t.changes.undo.undone(moment(f.undone.at), f.undone.by)}</span>
                  : <Allowed role="administer"><button type="button" className="link" aria-label={t.changes.undo.actionOf(f.name)} onClick={e => onUndo(f, e.currentTarget)}>{t.changes.undo.action}</button></Allowed>}
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
