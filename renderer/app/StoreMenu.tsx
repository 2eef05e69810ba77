import { ActionMenu } from '@navikt/ds-react/ActionMenu'
import { InternalHeader } from '@navikt/ds-react/InternalHeader'
import { ChevronDownIcon } from '@navikt/aksel-icons'
import type { StoreProfile } from '../../shared/domain.ts'
import { mainElement } from '../components/mainElement.ts'
import { useRoles } from '../components/Allowed.tsx'
import { useBridge } from '../components/bridge.tsx'
import { otherLanguage } from '../text/other-language.ts'
import { t } from '../text/t.ts'
import { changeLanguage } from './changeLanguage.ts'
import { go, type StoreTask } from './state.ts'

const tasks: readonly StoreTask[] = ['passphrase', 'recovery-code', 'backup', 'restore', 'verify']
const forSample: readonly StoreTask[] = ['verify']

/** The menu "Lager": what can be done with the store as a whole. The sample store has no secrets to change or copies to keep. */
export function StoreMenu({ profile, onLock }: { profile: StoreProfile; onLock: () => void }) {
  const bridge = useBridge()
  const administers = useRoles().includes('administer')
  return (
    <ActionMenu size="small" rootElement={mainElement()}>
      <ActionMenu.Trigger>
        <InternalHeader.Button>{t.frame.menu} <ChevronDownIcon aria-hidden /></InternalHeader.Button>
      </ActionMenu.Trigger>
      <ActionMenu.Content align="end">
        <ActionMenu.Group aria-label={t.frame.store[profile]}>
          {(profile === 'sample' ? forSample : tasks).filter(task => administers || task === 'passphrase').map(task => (
            <ActionMenu.Item key={task} onSelect={() => go({ room: 'store', task })}>{t.frame.menuItems[task]}</ActionMenu.Item>
          ))}
          <ActionMenu.Item onSelect={() => go({ room: 'issuers' })}>{t.frame.menuItems.issuers}</ActionMenu.Item>
        </ActionMenu.Group>
        <ActionMenu.Divider />
        <ActionMenu.Group aria-label={t.frame.menuItems.people}>
          <ActionMenu.Item onSelect={() => go({ room: 'people' })}>{t.frame.menuItems.people}</ActionMenu.Item>
          {administers ? <ActionMenu.Item onSelect={() => go({ room: 'log' })}>{t.frame.menuItems.log}</ActionMenu.Item> : null}
          <ActionMenu.Item onSelect={onLock}>{t.frame.menuItems.changeUser}</ActionMenu.Item>
        </ActionMenu.Group>
        <ActionMenu.Divider />
        <ActionMenu.Item lang={otherLanguage.code} onSelect={() => changeLanguage(bridge)}>{otherLanguage.name}</ActionMenu.Item>
      </ActionMenu.Content>
    </ActionMenu>
  )
}
