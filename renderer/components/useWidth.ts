import { useEffect, useState, type RefObject } from 'react'

/** How wide the inside of an element is, in CSS pixels; 0 before it has been laid out. */
export function useWidth(of: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const box = of.current
    if (!box) return
    const observer = new ResizeObserver(entries => { for (const e of entries) setWidth(Math.floor(e.contentRect.width)) })
    observer.observe(box)
    return () => observer.disconnect()
  }, [of])
  return width
}
