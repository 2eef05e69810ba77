import { Button } from '@navikt/ds-react/Button'
import { useEffect, useState } from 'react'
import type { Settings } from '../../shared/contract/settings.ts'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import { t } from '../text/t.ts'
import { useSettings } from './HelpMenu.tsx'
import { go, useScreen } from './state.ts'
import { tourSteps } from './tourSteps.ts'

const firsts: ReadonlyMap<string, string> = new Map(Object.entries(t.tour.first))

/** The tour of the sample data: a strip above the real views that says what to look at and goes on when one does. Nothing is locked meanwhile. */
export function Tour() {
  const settings = useSettings()
  const room = useScreen(s => s.view.room)
  if (settings?.tour === 'on') return <Steps settings={settings} />
  return settings?.tour === 'new' && (room === 'intakes' || room === 'desk') ? <Invitation /> : null
}

function Invitation() {
  const { settings } = useBridge()
  return (
    <section className="tour" aria-label={t.tour.label} data-testid="tour">
      <p className="plain tour-text">{t.tour.invite}</p>
      <div className="actions">
        <Button type="button" size="xsmall" onClick={() => void settings.set({ tour: 'on', tourStep: 0 })}>{t.tour.begin}</Button>
        <Button type="button" size="xsmall" variant="tertiary" onClick={() => { announce(t.tour.left); void settings.set({ tour: 'left' }) }}>{t.tour.notNow}</Button>
      </div>
    </section>
  )
}

function Steps({ settings }: { settings: Settings }) {
  const bridge = useBridge()
  const room = useScreen(s => s.view.room)
  const [first, setFirst] = useState<string | null>(null)
  const at = Math.min(settings.tourStep, tourSteps.length - 1)
  const step = tourSteps[at]
  const following = tourSteps[at + 1]
  const here = step?.room === room
  useMark(here && step ? step.marks : null)
  // Who does by themselves what the step is about comes to the next one.
  useEffect(() => {
    if (following && following.bySelf && !here && following.room === room) void bridge.settings.set({ tourStep: at + 1 })
  }, [bridge, following, here, room, at])
  const id = step?.id
  useEffect(() => {
    setFirst(null)
    if (id) announce(`${t.tour.steps[id].title}. ${t.tour.steps[id].text}`)
  }, [id])
  if (!step) return null
  const text = t.tour.steps[step.id]
  const move = async (to: number) => {
    const next = tourSteps[to]
    if (!next) return
    const view = await next.reach(bridge)
    if (!view) {
      const why = firsts.get(next.id) ?? t.tour.none
      setFirst(why)
      announce(why)
      return
    }
    setFirst(null)
    go(view)
    await bridge.settings.set({ tourStep: to })
  }
  const show = () => {
    const target = document.querySelector<HTMLElement>(step.marks)
    target?.scrollIntoView({ block: 'center' })
    const inside = target?.matches('button, a, input, select, textarea') ? target : target?.querySelector<HTMLElement>('button:not([disabled]), a[href], input, select, textarea, [tabindex="0"]')
    inside?.focus()
  }
  const close = (tour: 'left' | 'done') => {
    announce(tour === 'left' ? t.tour.left : t.tour.done)
    void bridge.settings.set(tour === 'left' ? { tour } : { tour, tourStep: 0 })
    document.querySelector<HTMLElement>('main h1')?.focus()
  }
  return (
    <section className="tour" aria-label={t.tour.label} data-testid="tour">
      <div className="tour-text">
        <p className="plain"><span className="subtle">{t.tour.step(at + 1, tourSteps.length)}</span> <strong>{text.title}.</strong> {text.text}</p>
        {first ? <p className="plain tour-first">{first}</p> : null}
      </div>
      <div className="actions">
        {at > 0 ? <Button type="button" size="xsmall" variant="secondary" onClick={() => void move(at - 1)}>{t.tour.previous}</Button> : null}
        {here ? <Button type="button" size="xsmall" variant="secondary" onClick={show}>{t.tour.show}</Button> : <Button type="button" size="xsmall" variant="secondary" onClick={() => void move(at)}>{t.tour.show}</Button>}
        {following ? <Button type="button" size="xsmall" onClick={() => void move(at + 1)}>{t.tour.next}</Button> : null}
        <Button type="button" size="xsmall" variant={following ? 'tertiary' : 'primary'} onClick={() => close(following ? 'left' : 'done')}>{following ? t.tour.leave : t.tour.end}</Button>
      </div>
    </section>
  )
}

/** Puts a frame around what the step points at, as soon as it is there and for as long as the step lasts. */
function useMark(selector: string | null): void {
  useEffect(() => {
    const main = document.querySelector('main')
    if (selector === null || !main) return
    let marked: Element | null = null
    const mark = () => {
      const target = document.querySelector(selector)
      if (target === marked) return
      marked?.removeAttribute('data-tour')
      target?.setAttribute('data-tour', 'here')
      marked = target
    }
    mark()
    const watch = new MutationObserver(mark)
    watch.observe(main, { childList: true, subtree: true })
    return () => {
      watch.disconnect()
      marked?.removeAttribute('data-tour')
    }
  }, [selector])
}
