import { useEffect } from 'react'
import { StartPage } from '../upkeep/StartPage.tsx'
import { useBridge } from '../components/bridge.tsx'
import { late } from '../components/late.tsx'
import { forgetDeskLook } from '../components/deskLook.ts'
import type { CasePanel } from '../components/casePanel.ts'
import { t } from '../text/t.ts'
import { onForget } from './forget.ts'
import { go, sessionOf, useScreen, type View } from './state.ts'

const loads = {
  desk: async () => {
    onForget(forgetDeskLook)
    return import('../desk/DeskPage.tsx')
  },
  intakes: () => import('../intake/IntakesPage.tsx'),
  readFiles: () => import('../intake/ReadFilesPage.tsx'),
  list: async () => {
    const module = await import('../screening/ListPage.tsx')
    onForget(module.forgetLists)
    onForget(module.forgetQueue)
    return module
  },
  case: () => import('../screening/CasePage.tsx'),
  decide: () => import('../decision/DecidePage.tsx'),
  form: () => import('../documents/FormPage.tsx'),
  readDocuments: () => import('../documents/ReceivePage.tsx'),
  documents: () => import('../documents/DocumentsPanel.tsx'),
  proof: () => import('../proof/ProofPanel.tsx'),
  consent: () => import('../proof/ConsentPanel.tsx'),
  issuers: () => import('../proof/IssuersPage.tsx'),
  person: () => import('../persons/PersonPanel.tsx'),
  samePerson: () => import('../persons/SamePersonPage.tsx'),
  overrides: () => import('../screening/OverridesPage.tsx'),
  overridesButton: () => import('../screening/OverridesButton.tsx'),
  likelyButton: () => import('../persons/LikelyButton.tsx'),
  requests: () => import('../letters/RequestsPanel.tsx'),
  notes: () => import('../notes/NotesPanel.tsx'),
  timeline: () => import('../timeline/TimelinePanel.tsx'),
  store: () => import('../upkeep/StorePage.tsx'),
  people: () => import('../people/PeoplePage.tsx'),
  log: () => import('../log/LogPage.tsx'),
  rules: async () => {
    const module = await import('../rules/RulesPage.tsx')
    onForget(module.forgetRules)
    return module
  },
}
const DeskPage = late(async () => (await loads.desk()).DeskPage)
const IntakesPage = late(async () => (await loads.intakes()).IntakesPage)
const ReadFilesPage = late(async () => (await loads.readFiles()).ReadFilesPage)
const ListPage = late(async () => (await loads.list()).ListPage)
const CasePage = late(async () => (await loads.case()).CasePage)
const DecidePage = late(async () => (await loads.decide()).DecidePage)
const FormPage = late(async () => (await loads.form()).FormPage)
const ReceivePage = late(async () => (await loads.readDocuments()).ReceivePage)
const DocumentsPanel = late(async () => (await loads.documents()).DocumentsPanel)
const ProofPanel = late(async () => (await loads.proof()).ProofPanel)
const ConsentPanel = late(async () => (await loads.consent()).ConsentPanel)
const IssuersPage = late(async () => (await loads.issuers()).IssuersPage)
const PersonPanel = late(async () => (await loads.person()).PersonPanel)
const SamePersonPage = late(async () => (await loads.samePerson()).SamePersonPage)
const OverridesPage = late(async () => (await loads.overrides()).OverridesPage)
const OverridesButton = late(async () => (await loads.overridesButton()).OverridesButton)
const LikelyButton = late(async () => (await loads.likelyButton()).LikelyButton)
const PeoplePage = late(async () => (await loads.people()).PeoplePage)
const RequestsPanel = late(async () => (await loads.requests()).RequestsPanel)
const NotesPanel = late(async () => (await loads.notes()).NotesPanel)
const TimelinePanel = late(async () => (await loads.timeline()).TimelinePanel)
const LogPage = late(async () => (await loads.log()).LogPage)
const StorePage = late(async () => (await loads.store()).StorePage)
const RulesPage = late(async () => (await loads.rules()).RulesPage)

const nameIntake = (intakeName: string) => useScreen.setState({ intakeName })
/** Goes to a case of any intake. */
const openCase = (intake: { id: number; name: string }, caseId: number) => { nameIntake(intake.name); go({ room: 'case', intakeId: intake.id, caseId }) }

/** What rooms show in a case, in the order of its tabs. */
const casePanels: readonly CasePanel[] = [
  {
    id: 'documents', key: 'D', label: t.documents.received.panel, amount: view => view.documents,
    Panel: props => <DocumentsPanel {...props} onReceive={() => go({ room: 'read-documents', intakeId: props.view.intake.id })} />,
    sourceName: entry => (entry.source === 'document' && typeof entry.ref?.['page'] === 'number' ? t.documents.received.sourceName(entry.ref['page']) : null),
  },
  {
    id: 'proof', key: 'I', label: t.proof.panel, Panel: ProofPanel,
    sourceName: entry => (entry.source === 'credential' && entry.ref ? t.proof.sourceName(String(entry.ref['issuer'] ?? ''), String(entry.ref['issuedAt'] ?? ''), String(entry.ref['checkedAt'] ?? '')) : null),
  },
  { id: 'consent', key: 'S', label: t.proof.consent.panel, Panel: ConsentPanel },
  {
    id: 'person', key: 'P', label: t.persons.panel.label,
    Panel: props => <PersonPanel {...props} onOpen={openCase} onCompare={() => go({ room: 'same-person', intakeId: props.view.intake.id, caseId: props.view.id })} />,
  },
  { id: 'requests', key: 'B', label: t.letters.panel, Panel: RequestsPanel },
  { id: 'notes', key: 'N', label: t.letters.notes.panel, Panel: NotesPanel },
  {
    id: 'timeline', label: t.letters.timeline.panel, key: 'H',
    Panel: props => <TimelinePanel {...props} onCase={openCase} onForm={(of, decisionId) => { nameIntake(of.intakeName); go({ room: 'form', intakeId: of.intakeId, caseId: of.id, decisionId, applicationId: of.applicationId }) }} />,
  },
]

/** The view that is on the screen. Rooms are fetched when the first screen has been painted, so that going to one does not wait. */
export function Views() {
  const view = useScreen(s => s.view)
  useEffect(() => {
    const idle = requestIdleCallback(() => { for (const load of Object.values(loads)) void load() }, { timeout: 2000 })
    return () => cancelIdleCallback(idle)
  }, [])
  return <Room view={view} />
}

function Room({ view }: { view: View }) {
  const bridge = useBridge()
  const session = useScreen(s => s.session)
  const findTurn = useScreen(s => s.findTurn)
  const opened = async () => {
    const status = await bridge.call('store.status', {})
    if (!status.ok || !status.value.open) return
    useScreen.setState({ session: sessionOf(status.value.open), view: { room: 'desk', arriving: true } })
  }
  const who = session ? `${session.profile}-${session.id}` : ''
  const leave = () => useScreen.setState({ session: null, view: { room: 'start' } })
  switch (view.room) {
    case 'start': return <StartPage onOpened={opened} />
    case 'desk': return <DeskPage who={who} arriving={view.arriving ?? false} onList={(intake, choice) => { nameIntake(intake.name); go({ room: 'list', intakeId: intake.id, choice }) }} onIntakes={() => go({ room: 'intakes' })} />
    case 'intakes': return <IntakesPage onList={i => { nameIntake(i.name); go({ room: 'list', intakeId: i.id }) }} onReadFiles={i => { nameIntake(i.name); go({ room: 'read-files', intakeId: i.id }) }} onReadDocuments={i => { nameIntake(i.name); go({ room: 'read-documents', intakeId: i.id }) }} />
    case 'read-files': return <ReadFilesPage key={view.intakeId} intakeId={view.intakeId} onList={() => go({ room: 'list', intakeId: view.intakeId })} />
    case 'read-documents': return <ReceivePage key={view.intakeId} intakeId={view.intakeId} onList={() => go({ room: 'list', intakeId: view.intakeId })} />
    case 'list': return (
      <ListPage
        key={view.intakeId} intakeId={view.intakeId} who={who} me={session?.id ?? 0} begin={view.choice ?? null} findTurn={findTurn} onIntakeName={nameIntake}
        onOpen={caseId => go({ room: 'case', intakeId: view.intakeId, caseId })} onReadFiles={() => go({ room: 'read-files', intakeId: view.intakeId })}
        actions={<><OverridesButton intakeId={view.intakeId} onOpen={() => go({ room: 'overrides', intakeId: view.intakeId })} /><LikelyButton intakeId={view.intakeId} onOpen={() => go({ room: 'same-person', intakeId: view.intakeId, caseId: null })} /></>}
      />
    )
    case 'case': return (
      <CasePage
        key={view.intakeId} intakeId={view.intakeId} caseId={view.caseId} me={{ id: session?.id ?? 0, name: session?.name ?? '' }}
        onGo={caseId => go({ room: 'case', intakeId: view.intakeId, caseId })} onList={() => go({ room: 'list', intakeId: view.intakeId })}
        onDecide={reason => go({ room: 'decide', intakeId: view.intakeId, caseId: view.caseId, reason })}
        onForm={(decisionId, applicationId) => go({ room: 'form', intakeId: view.intakeId, caseId: view.caseId, decisionId, applicationId })}
        panels={casePanels}
      />
    )
    case 'overrides': return <OverridesPage key={view.intakeId} intakeId={view.intakeId} onCase={caseId => go({ room: 'case', intakeId: view.intakeId, caseId })} />
    case 'decide': return (
      <DecidePage
        key={view.caseId} caseId={view.caseId} reason={view.reason} caseworker={session?.name ?? ''} onCase={() => go({ room: 'case', intakeId: view.intakeId, caseId: view.caseId })}
        onDecided={(decisionId, applicationId) => go({ room: 'form', intakeId: view.intakeId, caseId: view.caseId, decisionId, applicationId })}
      />
    )
    case 'form': return <FormPage decisionId={view.decisionId} applicationId={view.applicationId} onCase={() => go({ room: 'case', intakeId: view.intakeId, caseId: view.caseId })} />
    case 'same-person': return <SamePersonPage key={`${view.intakeId} ${view.caseId}`} intakeId={view.intakeId} caseId={view.caseId} onOpen={openCase} onList={() => go({ room: 'list', intakeId: view.intakeId })} />
    case 'store': return <StorePage key={view.task} task={view.task} sample={session?.profile === 'sample'} onRestored={leave} />
    case 'log': return <LogPage onCase={openCase} />
    case 'people': return <PeoplePage me={session?.id ?? 0} sample={session?.profile === 'sample'} />
    case 'issuers': return <IssuersPage onCase={openCase} />
    case 'rules': return <RulesPage onCase={openCase} />
  }
}
