import { Select } from '@navikt/ds-react/Select'
import type { InspectedFile } from '../../shared/contract/intake.ts'
import { FILE_KINDS } from '../../shared/domain.ts'
import { SEPARATORS, TEXT_ENCODINGS } from '../../shared/tables.ts'
import { t } from '../text/t.ts'
import { fileKindWord } from '../text/words.ts'
import type { Shape } from './arranged.ts'

type Props = { seen: InspectedFile; kindMissing: boolean; busy: boolean; onChange: (shape: Shape) => void }

/** What a file is and how it is put together, each of it changeable. */
export function ShapeFields({ seen, kindMissing, busy, onChange }: Props) {
  const text = t.intake.guide.arrange
  const field = { size: 'small' as const, readOnly: busy }
  return (
    <fieldset className="shape">
      <legend className="label">{text.shape}</legend>
      <Select {...field} label={text.kind} value={seen.kind ?? ''} error={kindMissing ? text.chooseKind : undefined} onChange={e => { const kind = FILE_KINDS.find(k => k === e.target.value); if (kind) onChange({ kind }) }}>
        {seen.kind === null ? <option value="">{text.kindNone}</option> : null}
        {FILE_KINDS.map(k => <option key={k} value={k}>{fileKindWord[k]}</option>)}
      </Select>
      {seen.encoding !== null && seen.encoding !== 'xlsx' ? (
        <>
          <Select {...field} label={text.encoding} value={seen.encoding} onChange={e => { const encoding = TEXT_ENCODINGS.find(k => k === e.target.value); if (encoding) onChange({ encoding }) }}>
            {TEXT_ENCODINGS.map(k => <option key={k} value={k}>{t.intake.read.encoding[k]}</option>)}
          </Select>
          <Select {...field} label={text.separator} value={seen.separator ?? ''} onChange={e => { const separator = SEPARATORS.find(k => k === e.target.value); if (separator) onChange({ separator }) }}>
            {SEPARATORS.map(k => <option key={k} value={k}>{t.intake.read.separator[k]}</option>)}
          </Select>
        </>
      ) : null}
      {seen.sheets.length > 1 ? (
        <Select {...field} label={text.sheet} value={seen.sheet ?? ''} onChange={e => onChange({ sheet: e.target.value })}>
          {seen.sheets.map(s => <option key={s} value={s}>{s}</option>)}
        </Select>
      ) : null}
      <Select {...field} className="shape-wide" label={text.headerRow} description={text.headerHint} value={String(seen.headerRow)} onChange={e => onChange({ headerRow: Number(e.target.value) })}>
        {seen.rows.filter(r => !r.masked).map(r => <option key={r.row} value={String(r.row)}>{text.headerOption(r.row, r.cells)}</option>)}
      </Select>
    </fieldset>
  )
}
