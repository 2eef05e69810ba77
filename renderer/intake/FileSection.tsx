import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { ChevronDownIcon, ChevronUpIcon } from '@navikt/aksel-icons'
import { useId, useState } from 'react'
import type { FileReport } from '../../shared/contract/views.ts'
import { count } from '../text/format.ts'
import { t } from '../text/t.ts'
import { columnName, faultSentence, fileKindWord } from '../text/words.ts'
import { Problems, type Source } from './Problems.tsx'
import { Understood } from './Understood.tsx'

type Props = { file: FileReport; source: Source | null; onArrange: (() => void) | null }

/** One file: what kind it is, what becomes of its rows, and every remark. `source` and `onArrange` only while nothing is taken in yet. */
export function FileSection({ file, source, onArrange }: Props) {
  const text = t.intake.read
  const { counts } = file
  const extract = file.kind !== null && file.kind !== 'applications'
  const facts = [
    [text.facts.kind, file.kind ? fileKindWord[file.kind] : text.kindUnknown],
    [text.facts.encoding, file.encoding ? text.encoding[file.encoding] : null],
    [text.facts.separator, file.separator ? text.separator[file.separator] : null],
    [text.facts.sheet, file.sheet],
    [text.facts.records, file.fault ? null : count(counts.records)],
  ].filter((f): f is [string, string] => f[1] !== null)
  const sums = [
    [extract ? text.counts.matchedAdded : text.counts.added, counts.added],
    [extract ? text.counts.matchedChanged : text.counts.changed, counts.changed],
    [text.counts.duplicates, counts.duplicates],
    [text.counts.refused, counts.refused],
    ...(extract ? [[text.counts.unmatched, counts.unmatched] as const] : []),
    [text.counts.warnings, counts.warnings],
  ] as const
  return (
    <section className="panel stack" aria-label={file.name}>
      <div className="row-between">
        <div className="stack-tight min0">
          <Heading level="3" size="xsmall" className="wrap">{file.name}</Heading>
          <BodyShort size="small" textColor="subtle">{facts.map(([label, value]) => `${label}: ${value}`).join(' · ')}</BodyShort>
        </div>
        {onArrange ? <Button type="button" size="small" variant="tertiary" aria-label={`${t.intake.guide.arrange.again}: ${file.name}`} onClick={onArrange}>{t.intake.guide.arrange.again}</Button> : null}
      </div>
      {file.fault ? <InlineMessage status="error" size="small">{text.refusedFile} {faultSentence(file.fault)}</InlineMessage> : (
        <>
          <dl className="sums">{sums.map(([label, n]) => <div key={label} className={n === 0 ? 'sum sum-zero' : 'sum'}><dt>{label}</dt><dd>{count(n)}</dd></div>)}</dl>
          {file.unusedColumns.length > 0 ? <BodyShort size="small" textColor="subtle" className="wrap">{text.unused(file.unusedColumns.map(columnName).join(', '))}</BodyShort> : null}
          {source ? <FirstRows source={source} name={file.name} /> : null}
          <Problems file={file} source={source} />
        </>
      )}
    </section>
  )
}

function FirstRows({ source, name }: { source: Source; name: string }) {
  const text = t.intake.guide.understood
  const body = useId()
  const [open, setOpen] = useState(false)
  return (
    <div>
      <button type="button" className="link disclosure" aria-expanded={open} aria-controls={body} onClick={() => setOpen(!open)}>
        {open ? <ChevronUpIcon aria-hidden /> : <ChevronDownIcon aria-hidden />} {open ? text.hide : text.show}
      </button>
      <div id={body} hidden={!open}>{open ? <Understood {...source} name={name} /> : null}</div>
    </div>
  )
}
