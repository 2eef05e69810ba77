import { InternalHeader } from '@navikt/ds-react/InternalHeader'
import { PadlockLockedIcon } from '@navikt/aksel-icons'
import { useEffect, type ReactNode } from 'react'
import { useBridge } from '../components/bridge.tsx'
import { late } from '../components/late.tsx'
import { useAction } from '../components/useAction.ts'
import { otherLanguage } from '../text/other-language.ts'
import { t } from '../text/t.ts'
import { SearchField } from '../search/SearchField.tsx'
import { Crumbs } from './Crumbs.tsx'
import { changeLanguage } from './changeLanguage.ts'
import { forget } from './forget.ts'
import { IdleBar } from './IdleBar.tsx'
import { go, useScreen } from './state.ts'

const Glossary = late(async () => (await import('./Glossary.tsx')).Glossary)
const HelpMenu = late(async () => (await import('./HelpMenu.tsx')).HelpMenu)
const LanguageAsk = late(async () => (await import('./LanguageAsk.tsx')).LanguageAsk)
const Shortcuts = late(async () => (await import('./Shortcuts.tsx')).Shortcuts)
const Tour = late(async () => (await import('./Tour.tsx')).Tour)
const StoreMenu = late(async () => (await import('./StoreMenu.tsx')).StoreMenu)

/** What stands around every view: product, store mark, who works here, menu and lock. The window's title never names a person. */
export function Frame({ children }: { children: ReactNode }) {
  const bridge = useBridge()
  const session = useScreen(s => s.session)
  const room = useScreen(s => s.view.room)
  const shortcuts = useScreen(s => s.shortcuts)
  const idle = useScreen(s => s.idle)
  const glossary = useScreen(s => s.glossary)
  const languageAsk = useScreen(s => s.languageAsk)
  const searchTurn = useScreen(s => s.searchTurn)
  const lock = useAction(() => bridge.call('store.lock', {}))
  const lockNow = () => void lock.start().then(done => { if (done) forget() })
  useEffect(() => {
    document.title = `${t.frame.titles[room]} – ${t.common.product}`
  }, [room])
  const skip = () => document.querySelector<HTMLElement>('main h1, main')?.focus()
  return (
    <div className="frame">
      <button type="button" className="skip" onClick={skip}>{t.frame.skip}</button>
      <InternalHeader className="frame-header">
        {session
          ? <InternalHeader.Title as="button" onClick={() => go({ room: 'desk' })}>{t.common.product}</InternalHeader.Title>
          : <InternalHeader.Title as="span">{t.common.product}</InternalHeader.Title>}
        {session ? (
          <>
            <span className={`store-mark store-${session.profile}`}>{t.frame.store[session.profile]}</span>
            <nav aria-label={t.frame.rooms} className="frame-rooms">
              <InternalHeader.Button as="a" href="#arbete" aria-current={room === 'desk' ? 'page' : undefined} onClick={event => { event.preventDefault(); go({ room: 'desk' }) }}>{t.frame.desk}</InternalHeader.Button>
              <InternalHeader.Button as="a" href="#intag" aria-current={room === 'intakes' ? 'page' : undefined} onClick={event => { event.preventDefault(); go({ room: 'intakes' }) }}>{t.frame.intakes}</InternalHeader.Button>
              <InternalHeader.Button as="a" href="#regler" aria-current={room === 'rules' ? 'page' : undefined} onClick={event => { event.preventDefault(); go({ room: 'rules' }) }}>{t.frame.rules}</InternalHeader.Button>
            </nav>
            <SearchField
              turn={searchTurn}
              onCase={(intake, caseId) => { useScreen.setState({ intakeName: intake.name }); go({ room: 'case', intakeId: intake.id, caseId }) }}
              onIntake={intake => { useScreen.setState({ intakeName: intake.name }); go({ room: 'list', intakeId: intake.id }) }}
            />
            <div className="frame-gap" />
            <InternalHeader.User name={session.name} description={session.title} className="frame-user" />
            <StoreMenu profile={session.profile} onLock={lockNow} />
            <HelpMenu />
            <InternalHeader.Button
              className="frame-lock" aria-disabled={lock.busy}
              onClick={lockNow}
            >
              <PadlockLockedIcon aria-hidden fontSize="1.25rem" /> {t.frame.lock}
            </InternalHeader.Button>
          </>
        ) : (
          <>
            <div className="frame-gap" />
            {/* The menu's code comes a moment later than the page; what stands to its right does not move when it does. */}
            <HelpMenu />
            <InternalHeader.Button lang={otherLanguage.code} onClick={() => changeLanguage(bridge)}>{otherLanguage.name}</InternalHeader.Button>
          </>
        )}
      </InternalHeader>
      {session?.profile === 'sample' ? <div className="sample-banner" role="region" aria-label={t.frame.sampleBanner}>{t.frame.sampleBanner}</div> : null}
      {session && idle ? <IdleBar /> : null}
      {session ? <Crumbs /> : null}
      {session?.profile === 'sample' ? <Tour /> : null}
      <main className={`main main-${room}`} tabIndex={-1}>{children}</main>
      {languageAsk ? <LanguageAsk /> : null}
      {glossary ? <Glossary onClose={() => useScreen.setState({ glossary: false })} /> : null}
      {shortcuts ? <Shortcuts onClose={() => useScreen.setState({ shortcuts: false })} /> : null}
    </div>
  )
}
