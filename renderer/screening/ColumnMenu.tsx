import { ActionMenu } from '@navikt/ds-react/ActionMenu'
import { Button } from '@navikt/ds-react/Button'
import { ChevronDownIcon } from '@navikt/aksel-icons'
import type { ListColumn } from '../../shared/contract/settings.ts'
import { mainElement } from '../components/mainElement.ts'
import { t } from '../text/t.ts'

/** Light and name always stand; the others can be put away. */
const COLUMNS: readonly ListColumn[] = ['state', 'identityNumber', 'applicationId', 'rules', 'due', 'assignee', 'received']

/** Which columns the list shows. */
export function ColumnMenu({ hidden, onChange }: { hidden: readonly ListColumn[]; onChange: (hidden: ListColumn[]) => void }) {
  return (
    <ActionMenu size="small" rootElement={mainElement()}>
      <ActionMenu.Trigger>
        <Button type="button" size="small" variant="tertiary" data-color="neutral" className="row-end" icon={<ChevronDownIcon aria-hidden />} iconPosition="right">{t.desk.columns}</Button>
      </ActionMenu.Trigger>
      <ActionMenu.Content align="end">
        <ActionMenu.Group aria-label={t.desk.columnsLabel}>
          {COLUMNS.map(column => (
            <ActionMenu.CheckboxItem key={column} checked={!hidden.includes(column)} onCheckedChange={() => onChange(COLUMNS.filter(c => (c === column ? !hidden.includes(c) : hidden.includes(c))))}>
              {t.screening.list.columns[column]}
            </ActionMenu.CheckboxItem>
          ))}
        </ActionMenu.Group>
      </ActionMenu.Content>
    </ActionMenu>
  )
}
