import { ActionMenu } from '@navikt/ds-react/ActionMenu'
import { InternalHeader } from '@navikt/ds-react/InternalHeader'
import { ChevronDownIcon } from '@navikt/aksel-icons'
import { useEffect, useState } from 'react'
import type { Settings } from '../../shared/contract/settings.ts'
import { THEMES } from '../../shared/domain.ts'
import { useBridge } from '../components/bridge.tsx'
import { mainElement } from '../components/mainElement.ts'
import { t } from '../text/t.ts'
import { useScreen } from './state.ts'

/** The menu "Hjälp": keys, words, the tour of the sample data, and how the program looks on this machine. */
export function HelpMenu() {
  const bridge = useBridge()
  const settings = useSettings()
  const inSample = useScreen(s => s.session?.profile === 'sample')
  return (
    <ActionMenu size="small" rootElement={mainElement()}>
      <ActionMenu.Trigger>
        <InternalHeader.Button>{t.frame.help} <ChevronDownIcon aria-hidden /></InternalHeader.Button>
      </ActionMenu.Trigger>
      <ActionMenu.Content align="end">
        <ActionMenu.Group aria-label={t.frame.help}>
          <ActionMenu.Item onSelect={() => useScreen.setState({ shortcuts: true })}>{t.keys.title}</ActionMenu.Item>
          {inSample ? <ActionMenu.Item onSelect={() => void bridge.settings.set({ tour: 'on' })}>{t.tour.resume}</ActionMenu.Item> : null}
          <ActionMenu.Item onSelect={() => useScreen.setState({ glossary: true })}>{t.glossary.title}</ActionMenu.Item>
        </ActionMenu.Group>
        <ActionMenu.Divider />
        <ActionMenu.RadioGroup label={t.frame.look} value={settings?.theme ?? 'system'} onValueChange={value => {
          const theme = THEMES.find(each => each === value)
          if (theme) void bridge.settings.set({ theme })
        }}>
          {THEMES.map(theme => <ActionMenu.RadioItem key={theme} value={theme}>{t.frame.themes[theme]}</ActionMenu.RadioItem>)}
        </ActionMenu.RadioGroup>
      </ActionMenu.Content>
    </ActionMenu>
  )
}

/** How the program is set on this machine, as it is now; null until it is known. */
export function useSettings(): Settings | null {
  const bridge = useBridge()
  const [settings, setSettings] = useState<Settings | null>(null)
  useEffect(() => {
    let left = false
    void bridge.settings.get().then(result => { if (result.ok && !left) setSettings(result.value) })
    const off = bridge.settings.onChange(now => setSettings(now))
    return () => {
      left = true
      off()
    }
  }, [bridge])
  return settings
}
