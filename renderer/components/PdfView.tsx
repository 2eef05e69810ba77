import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { Loader } from '@navikt/ds-react/Loader'
import { BodyShort } from '@navikt/ds-react/Typography'
import { ChevronLeftIcon, ChevronRightIcon, ZoomMinusIcon, ZoomPlusIcon } from '@navikt/aksel-icons'
import { useEffect, useRef, useState } from 'react'
import { t } from '../text/t.ts'
import { openPdf, type OpenPdf } from './pdf.ts'
import { PdfPage } from './PdfPage.tsx'

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]

/** A PDF as pages with a text layer that a screen reader reads, page by page. Begins fitted to the width. */
export function PdfView({ pdf }: { pdf: Uint8Array }) {
  const text = t.common.pdf
  const scroller = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<OpenPdf | null>(null)
  const [failed, setFailed] = useState(false)
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState<number | 'fit'>('fit')
  const [width, setWidth] = useState(0)
  const [fitted, setFitted] = useState(1)

  useEffect(() => {
    let left = false
    let opened: OpenPdf | null = null
    openPdf(pdf).then(
      document => {
        opened = document
        if (left) void document.close()
        else {
          setFailed(false)
          setPage(p => Math.min(p, document.document.numPages))
          setOpen(document)
        }
      },
      () => { if (!left) setFailed(true) },
    )
    return () => {
      left = true
      if (opened) void opened.close()
    }
  }, [pdf])
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const observer = new ResizeObserver(entries => { for (const e of entries) setWidth(Math.floor(e.contentRect.width)) })
    observer.observe(box)
    return () => observer.disconnect()
  }, [])

  const pages = open?.document.numPages ?? 0
  const scale = zoom === 'fit' ? fitted : zoom
  const step = (by: 1 | -1) => {
    const next = by > 0 ? STEPS.find(s => s > scale + 0.01) : STEPS.findLast(s => s < scale - 0.01)
    if (next !== undefined) setZoom(next)
  }
  return (
    <div className="pdf" data-testid="pdf">
      <div className="pdf-bar" role="toolbar" aria-label={text.label}>
        <div className="actions">
          <Button type="button" size="small" variant="tertiary" data-color="neutral" icon={<ChevronLeftIcon title={text.previous} />} disabled={page <= 1} onClick={() => setPage(page - 1)} />
          <BodyShort size="small" as="span" role="status">{pages > 0 ? text.page(page, pages) : ''}</BodyShort>
          <Button type="button" size="small" variant="tertiary" data-color="neutral" icon={<ChevronRightIcon title={text.next} />} disabled={page >= pages} onClick={() => setPage(page + 1)} />
        </div>
        <div className="actions">
          <Button type="button" size="small" variant="tertiary" data-color="neutral" icon={<ZoomMinusIcon title={text.zoomOut} />} onClick={() => step(-1)} />
          <BodyShort size="small" as="span" className="digits">{text.percent(Math.round(scale * 100))}</BodyShort>
          <Button type="button" size="small" variant="tertiary" data-color="neutral" icon={<ZoomPlusIcon title={text.zoomIn} />} onClick={() => step(1)} />
          <Button type="button" size="small" variant="tertiary" data-color="neutral" disabled={zoom === 'fit'} onClick={() => setZoom('fit')}>{text.fit}</Button>
        </div>
      </div>
      <div ref={scroller} className="pdf-scroll" role="region" aria-label={text.label} tabIndex={0}>
        {failed ? <InlineMessage status="error" size="small">{text.failed}</InlineMessage>
          : open && width > 0 ? <PdfPage open={open} number={page} zoom={zoom} width={width} onFitted={setFitted} label={text.pageOnly(page)} />
            : <Loader size="large" title={text.loading} />}
      </div>
    </div>
  )
}
