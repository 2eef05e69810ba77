import { useEffect, useRef } from 'react'
import type { OpenPdf } from './pdf.ts'
import type { Rotation } from './useDocumentView.ts'

type Props = { open: OpenPdf; number: number; zoom: number | 'fit'; rotation: Rotation; width: number; onFitted: (scale: number) => void; onFailed: (page: number) => void; label: string }
// CSS pixels per point: a page at scale 1 is as large as on paper.
const UNIT = 96 / 72
const MOST_POINTS = 60_000_000

/** One page: canvas at the screen's own sharpness, and over it the text as text. What was drawn stays until the new is ready. */
export function PdfPage({ open, number, zoom, rotation, width, onFitted, onFailed, label }: Props) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let left = false
    let stop: (() => void) | null = null
    const draw = async () => {
      const page = await open.document.getPage(number)
      const box = host.current
      if (left || !box) return
      const turned = { rotation: (page.rotate + rotation) % 360 }
      const fit = width / page.getViewport({ scale: UNIT, ...turned }).width
      const scale = zoom === 'fit' ? fit : zoom
      const viewport = page.getViewport({ scale: scale * UNIT, ...turned })
      // A page may be as large as it likes; what is drawn of it may not.
      const sharp = Math.min(window.devicePixelRatio || 1, 4, Math.sqrt(MOST_POINTS / (viewport.width * viewport.height)))
      const canvas = document.createElement('canvas')
      canvas.width = Math.floor(viewport.width * sharp)
      canvas.height = Math.floor(viewport.height * sharp)
      canvas.setAttribute('aria-hidden', 'true')
      const layer = document.createElement('div')
      layer.className = 'pdf-text'
      const task = page.render({ canvas, viewport, ...(sharp === 1 ? {} : { transform: [sharp, 0, 0, sharp, 0, 0] }) })
      const words = new open.pdfjs.TextLayer({ textContentSource: page.streamTextContent({ includeMarkedContent: true }), container: layer, viewport })
      stop = () => {
        task.cancel()
        words.cancel()
      }
      await Promise.all([task.promise, words.render()])
      if (left) return
      if (zoom === 'fit') onFitted(fit)
      box.style.setProperty('width', `${Math.floor(viewport.width)}px`)
      box.style.setProperty('height', `${Math.floor(viewport.height)}px`)
      box.style.setProperty('--total-scale-factor', String(scale * UNIT))
      box.replaceChildren(canvas, layer)
    }
    // A drawing that was stopped because another began rejects; that is no failure.
    draw().catch(() => { if (!left) onFailed(number) })
    return () => {
      left = true
      stop?.()
    }
  }, [open, number, zoom, rotation, width, onFitted, onFailed])
  return <div ref={host} className="pdf-page" role="document" aria-label={label} />
}
