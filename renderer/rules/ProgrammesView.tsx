import { Button } from '@navikt/ds-react/Button'
import { Table } from '@navikt/ds-react/Table'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { FileImportIcon } from '@navikt/aksel-icons'
import { useId, useState } from 'react'
import type { ImportReport, ProgrammeSummary, VersionSummary } from '../../shared/contract/rules.ts'
import type { FaultInfo, Result } from '../../shared/fault.ts'
import { Allowed } from '../components/Allowed.tsx'
import { useBridge } from '../components/bridge.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { PageHeading } from '../components/PageHeading.tsx'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'

type Props = { cameFrom: Element | null; programmes: ProgrammeSummary[]; fault: FaultInfo | null; onOpen: (programme: string, version: string) => void }

/** Every programme with its versions, and the way in and out for programme files. */
export function ProgrammesView({ cameFrom, programmes, fault, onOpen }: Props) {
  const bridge = useBridge()
  const text = t.rules.list
  const [said, setSaid] = useState<string | null>(null)
  const [taken, setTaken] = useState<ImportReport | null>(null)
  const read = useAction(async (): Promise<Result<ImportReport | null>> => {
    setSaid(null)
    setTaken(null)
    save.clear()
    const chosen = await bridge.chooseFiles('programme')
    if (!chosen.ok) return chosen
    const [file] = chosen.value
    return file ? bridge.call('rules.import', { path: file.token }) : { ok: true, value: null }
  })
  const save = useAction(async (programme: ProgrammeSummary): Promise<Result<unknown>> => {
    setSaid(null)
    setTaken(null)
    read.clear()
    const target = await bridge.chooseTarget('programme', text.saveName(programme.id))
    if (!target.ok || !target.value) return target
    const result = await bridge.call('rules.export', { programme: programme.id, path: target.value.token })
    if (result.ok) setSaid(text.saved(programme.title, result.value.name))
    return result
  })
  return (
    <div className="wide stack">
      <PageHeading cameFrom={cameFrom} actions={<Allowed role="administer" what={t.rules.list.needs}><Button type="button" size="small" variant="secondary" icon={<FileImportIcon aria-hidden />} loading={read.busy} onClick={() => void read.start().then(done => { if (done) setTaken(done.value) })}>{text.read}</Button></Allowed>}>{t.rules.heading}</PageHeading>
      <BodyShort size="small">{t.rules.lead}</BodyShort>
      {said ? <Notice status="success">{said}</Notice> : null}
      {taken ? (
        <Notice status={taken.newVersions.length > 0 ? 'success' : 'info'}>
          {taken.newVersions.length > 0 ? `${text.readNew(taken.title, taken.newVersions, taken.examples)} ${text.readAfter}` : text.readNothing(taken.title, taken.versions)}
        </Notice>
      ) : null}
      <FaultMessage fault={read.fault} title={text.readTitle} />
      <FaultMessage fault={save.fault ?? fault} />
      {programmes.length === 0 ? <p className="plain panel">{text.empty}</p> : null}
      <ul className="cards">
        {programmes.map(p => <li key={p.id}><ProgrammeCard programme={p} saving={save.busy} onSave={() => void save.start(p)} onOpen={version => onOpen(p.id, version)} /></li>)}
      </ul>
    </div>
  )
}

function ProgrammeCard({ programme, saving, onSave, onOpen }: { programme: ProgrammeSummary; saving: boolean; onSave: () => void; onOpen: (version: string) => void }) {
  const text = t.rules.list
  const heading = useId()
  return (
    <article className="panel stack-tight" aria-labelledby={heading}>
      <div className="row-between">
        <div className="min0">
          <Heading id={heading} level="2" size="small" className="wrap">{programme.title}</Heading>
          <p className="plain" lang={programme.language}>{programme.purpose}</p>
          <BodyShort size="small" textColor="subtle">{[text.origin[programme.origin], programme.screens ? text.screens : text.assesses].join(' · ')}</BodyShort>
        </div>
        <Button type="button" size="small" variant="tertiary" loading={saving} onClick={onSave} aria-describedby={heading}>{text.save}</Button>
      </div>
      {programme.chosenBy === null ? null : <BodyShort size="small">{text.chosenBy}</BodyShort>}
      <div className="table-scroll" role="region" aria-label={text.versions(programme.title)} tabIndex={0}>
        <Table size="small" className="version-table">
          <Table.Header>
            <Table.Row>
              {[text.columns.version, text.columns.span, text.columns.changes, text.columns.hash].map(h => <Table.HeaderCell key={h} scope="col">{h}</Table.HeaderCell>)}
              <Table.HeaderCell scope="col"><span className="aksel-sr-only">{text.columns.open}</span></Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>{[...programme.versions].reverse().map(v => <VersionRow key={v.version} version={v} heading={heading} onOpen={() => onOpen(v.version)} />)}</Table.Body>
        </Table>
      </div>
      {programme.screens ? (
        <BodyShort size="small" textColor="subtle" className="wrap">
          {text.intakes}: {programme.intakes.length === 0 ? text.noIntakes : programme.intakes.map(i => text.intake(i.name, i.version)).join(', ')}
        </BodyShort>
      ) : null}
    </article>
  )
}

function VersionRow({ version, heading, onOpen }: { version: VersionSummary; heading: string; onOpen: () => void }) {
  const text = t.rules.list
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" className="nowrap">{version.version}</Table.HeaderCell>
      <Table.DataCell className="nowrap">{spanOf(version)}</Table.DataCell>
      <Table.DataCell><Changes changes={version.changes} /></Table.DataCell>
      <Table.DataCell><ShortHash hash={version.hash} /></Table.DataCell>
      <Table.DataCell align="right"><Button type="button" size="xsmall" variant="secondary" onClick={onOpen} aria-describedby={heading}>{text.open(version.version)}</Button></Table.DataCell>
    </Table.Row>
  )
}

/** From which day to which a version holds. */
export function spanOf({ from, to }: Pick<VersionSummary, 'from' | 'to'>): string {
  return to === null ? t.rules.list.from(from) : t.rules.list.span(from, to)
}

/** What a version changed, a line each, with its day where it is another than the first. */
export function Changes({ changes }: { changes: VersionSummary['changes'] }) {
  return <ul className="change-lines">{changes.map((c, i) => <li key={i}>{c.text}</li>)}</ul>
}

/** The beginning of a content hash; the whole of it when pointed at. */
export function ShortHash({ hash }: { hash: string }) {
  return <code className="hash" title={t.rules.list.hashWhy(hash)}>{hash.slice(0, 12)}</code>
}
