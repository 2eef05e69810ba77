import { t } from '../text/t.ts'
import { go, useScreen, type View } from './state.ts'

type Crumb = { label: string; view: View | null }

function trail(view: View, intakeName: string): Crumb[] {
  const intakes: Crumb = { label: t.frame.intakes, view: { room: 'intakes' } }
  switch (view.room) {
    case 'start': return []
    case 'desk': case 'intakes': return []
    case 'store': return [intakes, { label: t.frame.crumb.store, view: null }]
    case 'issuers': return [intakes, { label: t.frame.crumb.issuers, view: null }]
    case 'people': case 'log': return [intakes, { label: t.frame.crumb[view.room], view: null }]
    case 'rules': return [intakes, { label: t.frame.crumb.rules, view: null }]
    case 'read-files': case 'read-documents': case 'same-person': case 'overrides': return [intakes, { label: intakeName, view: { room: 'list', intakeId: view.intakeId } }, { label: t.frame.crumb[view.room], view: null }]
    case 'list': return [intakes, { label: intakeName, view: null }]
    case 'case': return [intakes, { label: intakeName, view: { room: 'list', intakeId: view.intakeId } }, { label: t.frame.crumb.case, view: null }]
    case 'decide': case 'form': return [
      intakes, { label: intakeName, view: { room: 'list', intakeId: view.intakeId } },
      { label: t.frame.crumb.case, view: { room: 'case', intakeId: view.intakeId, caseId: view.caseId } },
      { label: t.frame.crumb[view.room], view: null },
    ]
  }
}

/** Where the view lies, with ways back up. */
export function Crumbs() {
  const view = useScreen(s => s.view)
  const intakeName = useScreen(s => s.intakeName) ?? t.frame.crumb.list
  const crumbs = trail(view, intakeName)
  if (crumbs.length === 0) return null
  return (
    <nav className="crumbs" aria-label={t.frame.crumbs}>
      <ol>
        {crumbs.map(({ label, view: to }) => (
          <li key={label}>
            {to ? <button type="button" className="crumb" onClick={() => go(to)}>{label}</button> : <span aria-current="page">{label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
