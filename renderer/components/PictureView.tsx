import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { Loader } from '@navikt/ds-react/Loader'
import { useEffect, useRef, useState } from 'react'
import { DocumentBar } from './DocumentBar.tsx'
import { useDocumentView } from './useDocumentView.ts'
import { useWidth } from './useWidth.ts'

type Props = { picture: Uint8Array; type: 'image/png' | 'image/jpeg'; words: { label: string; loading: string; failed: string } }
// What a canvas can hold in this browser, with room to spare.
const MOST_POINTS = 60_000_000
const MOST_SIDE = 16_000

/** A picture, drawn from its bytes: it never gets an address, so nothing else can show or fetch it. Begins fitted to the width. */
export function PictureView({ picture, type, words }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [bitmap, setBitmap] = useState<ImageBitmap | null>(null)
  const [failed, setFailed] = useState(false)
  const view = useDocumentView(1, true)
  const width = useWidth(scroller)
  const { zoom, rotation, setFitted } = view

  useEffect(() => {
    let left = false
    let made: ImageBitmap | null = null
    createImageBitmap(new Blob([new Uint8Array(picture)], { type })).then(
      found => {
        made = found
        if (left) return found.close()
        setFailed(false)
        setBitmap(found)
      },
      () => { if (!left) setFailed(true) },
    )
    return () => {
      left = true
      made?.close()
    }
  }, [picture, type])
  useEffect(() => {
    const sheet = canvas.current
    const pen = sheet?.getContext('2d')
    if (!bitmap || !sheet || !pen || width === 0) return
    const across = rotation === 90 || rotation === 270
    const [wide, high] = across ? [bitmap.height, bitmap.width] : [bitmap.width, bitmap.height]
    // A small picture is not blown up to be blurred.
    const fit = Math.min(width / wide, 2)
    const scale = zoom === 'fit' ? fit : zoom
    if (zoom === 'fit') setFitted(fit)
    const sharp = Math.min(window.devicePixelRatio || 1, MOST_SIDE / (scale * Math.max(wide, high)), Math.sqrt(MOST_POINTS / (scale * scale * wide * high)))
    sheet.width = Math.max(1, Math.floor(wide * scale * sharp))
    sheet.height = Math.max(1, Math.floor(high * scale * sharp))
    sheet.style.setProperty('width', `${Math.max(1, Math.floor(wide * scale))}px`)
    sheet.style.setProperty('height', `${Math.max(1, Math.floor(high * scale))}px`)
    pen.imageSmoothingQuality = 'high'
    pen.translate(sheet.width / 2, sheet.height / 2)
    pen.rotate((rotation * Math.PI) / 180)
    pen.scale(scale * sharp, scale * sharp)
    pen.drawImage(bitmap, -bitmap.width / 2, -bitmap.height / 2)
  }, [bitmap, zoom, rotation, width, setFitted])

  return (
    <div className="pdf" data-testid="picture">
      <DocumentBar view={view} label={words.label} canTurn paged={false} />
      <div ref={scroller} className="pdf-scroll" role="region" aria-label={words.label} tabIndex={0} onKeyDown={view.onKeyDown}>
        {failed ? <InlineMessage status="error" size="small">{words.failed}</InlineMessage> : bitmap ? null : <Loader size="large" title={words.loading} />}
        <canvas ref={canvas} className="picture" role="img" aria-label={words.label} hidden={failed || !bitmap} />
      </div>
    </div>
  )
}
