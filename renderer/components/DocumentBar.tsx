import { Button } from '@navikt/ds-react/Button'
import { BodyShort } from '@navikt/ds-react/Typography'
import { ChevronLeftIcon, ChevronRightIcon, RotateLeftIcon, RotateRightIcon, ZoomMinusIcon, ZoomPlusIcon } from '@navikt/aksel-icons'
import { t } from '../text/t.ts'
import type { DocumentViewState } from './useDocumentView.ts'

/** Page, size and, for what people have photographed and scanned, which way up. */
export function DocumentBar({ view, label, canTurn, paged = true }: { view: DocumentViewState; label: string; canTurn: boolean; paged?: boolean }) {
  const text = t.common.pdf
  const { page, pages } = view
  const quiet = { type: 'button', size: 'small', variant: 'tertiary', 'data-color': 'neutral' } as const
  return (
    <div className="pdf-bar" role="toolbar" aria-label={label}>
      {paged ? (
        <div className="actions">
          <Button {...quiet} icon={<ChevronLeftIcon title={text.previous} />} disabled={page <= 1} onClick={() => view.toPage(page - 1)} />
          <BodyShort size="small" as="span" role="status">{pages > 0 ? text.page(page, pages) : ''}</BodyShort>
          <Button {...quiet} icon={<ChevronRightIcon title={text.next} />} disabled={page >= pages} onClick={() => view.toPage(page + 1)} />
        </div>
      ) : null}
      <div className="actions">
        <Button {...quiet} icon={<ZoomMinusIcon title={text.zoomOut} />} onClick={() => view.step(-1)} />
        <BodyShort size="small" as="span" className="digits">{text.percent(Math.round(view.scale * 100))}</BodyShort>
        <Button {...quiet} icon={<ZoomPlusIcon title={text.zoomIn} />} onClick={() => view.step(1)} />
        <Button {...quiet} disabled={view.zoom === 'fit'} onClick={view.fit}>{text.fit}</Button>
        {canTurn ? (
          <>
            <Button {...quiet} icon={<RotateLeftIcon title={text.turnLeft} />} onClick={() => view.turn(-1)} />
            <Button {...quiet} icon={<RotateRightIcon title={text.turnRight} />} onClick={() => view.turn(1)} />
          </>
        ) : null}
      </div>
    </div>
  )
}
