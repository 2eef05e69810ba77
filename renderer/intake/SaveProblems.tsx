import { Button } from '@navikt/ds-react/Button'
import { BodyShort } from '@navikt/ds-react/Typography'
import { useState } from 'react'
import type { FileReport } from '../../shared/contract/views.ts'
import type { Result } from '../../shared/fault.ts'
import { useBridge } from '../components/bridge.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { fileNamePart } from '../components/fileName.ts'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'
import type { Source } from './Problems.tsx'

/** Saves the records with problems, by the user's choice, in the file's own columns with the reason. */
export function SaveProblems({ source, file }: { source: Source; file: FileReport }) {
  const bridge = useBridge()
  const text = t.intake.guide.problems
  const [saved, setSaved] = useState<string | null>(null)
  const save = useAction(async (only: 'all' | 'refused'): Promise<Result<unknown>> => {
    setSaved(null)
    const target = await bridge.chooseTarget('problems', text.fileName(fileNamePart(file.name.replace(/\.\w+$/, ''))))
    if (!target.ok) return target
    if (!target.value) return { ok: true, value: null }
    const result = await bridge.call('intake.saveProblems', { ...source, path: target.value.token, only })
    if (result.ok) setSaved(text.saved(result.value.name, result.value.rows, result.value.leftOut))
    return result
  })
  return (
    <div className="stack-tight">
      <div className="actions">
        <Button type="button" size="small" variant="secondary" loading={save.busy} onClick={() => void save.start('all')}>{text.save}</Button>
        {file.counts.refused > 0 && file.counts.warnings > 0 ? <Button type="button" size="small" variant="tertiary" disabled={save.busy} onClick={() => void save.start('refused')}>{text.saveRefused}</Button> : null}
      </div>
      <BodyShort size="small" textColor="subtle" className="measure">{text.saveBody}</BodyShort>
      <FaultMessage fault={save.fault} />
      {saved ? <Notice status="success">{saved}</Notice> : null}
    </div>
  )
}
