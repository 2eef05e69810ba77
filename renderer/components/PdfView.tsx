import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { Loader } from '@navikt/ds-react/Loader'
import { useEffect, useRef, useState } from 'react'
import { t } from '../text/t.ts'
import { DocumentBar } from './DocumentBar.tsx'
import { openPdf, whyNotOpened, type OpenPdf } from './pdf.ts'
import { PdfPage } from './PdfPage.tsx'
import { useDocumentView } from './useDocumentView.ts'
import { useWidth } from './useWidth.ts'

type Words = { label: string; loading: string; failed: string; locked: string }
type Props = {
  pdf: Uint8Array
  /** What it is called; the decision's form when left out. */
  words?: Words
  start?: number
  /** A scanned paper may lie on its side. */
  canTurn?: boolean
  onPage?: (page: number) => void
}

/** A PDF as pages with a text layer that a screen reader reads, page by page. Begins fitted to the width. */
export function PdfView({ pdf, words = t.common.pdf, start = 1, canTurn = false, onPage }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<OpenPdf | null>(null)
  const [failed, setFailed] = useState<'failed' | 'locked' | null>(null)
  const [failedPage, setFailedPage] = useState(0)
  const view = useDocumentView(start, canTurn, onPage)
  const width = useWidth(scroller)
  const { toPage, setPages } = view
  const wanted = useRef({ toPage, page: view.page })
  useEffect(() => {
    wanted.current = { toPage, page: view.page }
  })

  useEffect(() => {
    let left = false
    let opened: OpenPdf | null = null
    openPdf(pdf).then(
      document => {
        opened = document
        if (left) return void document.close()
        setFailed(null)
        setPages(document.document.numPages)
        setOpen(document)
      },
      (error: unknown) => { if (!left) setFailed(whyNotOpened(error)) },
    )
    return () => {
      left = true
      if (opened) void opened.close()
    }
  }, [pdf, setPages])
  // A page that a document does not have shows its last.
  useEffect(() => {
    if (view.pages > 0 && wanted.current.page > view.pages) wanted.current.toPage(view.pages)
  }, [view.pages])

  return (
    <div className="pdf" data-testid="pdf">
      <DocumentBar view={view} label={words.label} canTurn={canTurn} />
      <div ref={scroller} className="pdf-scroll" role="region" aria-label={words.label} tabIndex={0} onKeyDown={view.onKeyDown}>
        {failed || failedPage === view.page ? <InlineMessage status="error" size="small">{words[failed ?? 'failed']}</InlineMessage>
          : open && width > 0 ? <PdfPage open={open} number={Math.min(view.page, view.pages)} zoom={view.zoom} rotation={view.rotation} width={width} onFitted={view.setFitted} onFailed={setFailedPage} label={t.common.pdf.pageOnly(view.page)} />
            : <Loader size="large" title={words.loading} />}
      </div>
    </div>
  )
}
