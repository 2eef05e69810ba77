import type { DecisionForm } from '../../../shared/documents.ts'
import { decisionTexts as texts } from './templates/decision-texts.ts'
import { breakable } from './plain-text.ts'
import { fill, heldTogether, longDate } from './swedish.ts'

/** One piece of a section. `facts` are label and value(s), `list` is bulleted, `table` has a header row. */
export type Block =
  | { kind: 'text'; paragraphs: string[] }
  | { kind: 'list'; items: string[] }
  | { kind: 'facts'; items: { label: string; lines: string[] }[] }
  | { kind: 'table'; columns: string[]; rows: string[][] }

/** What the template sets: no law and no wording is left in it. `whole` sections are not split between pages. */
export type FormContent = {
  title: string
  author: string
  mark: string | null
  header: { authority: string; unit: string; facts: { label: string; value: string }[]; page: string }
  footer: string[]
  heading: string
  subheading: string
  lead: string
  leadNote: string
  sections: { heading: string; whole: boolean; blocks: Block[] }[]
}

type Fact = { label: string; lines: string[] }

const fixed = (text: string, values: Record<string, string> = {}): string => fill(heldTogether(text), values)
const written = (text: string): string => breakable(text)
const fact = (label: string, ...lines: string[]): Fact => ({ label, lines })

function identityLabel(number: string): string {
  const [date = '', rest = ''] = number.split(/[-+]/)
  if (/[A-Z]/.test(rest)) return texts.person.temporary
  return Number(date.slice(-2)) > 60 ? texts.person.coordination : texts.person.personnummer
}

// With protected data the birth date stays, so that the authority does not mistake one namesake for another (the case number says the rest),
// but not the four signs that make the number usable for look-ups. Domain checklist: "masked variant for protected identity".
const masked = (number: string): string => `${number.slice(0, -4)}XXXX`

function personFacts({ person }: DecisionForm): Fact[] {
  const number = person.protected ? masked(person.identityNumber) : person.identityNumber
  return [fact(texts.person.name, written(person.name)), fact(identityLabel(person.identityNumber), number)]
}

// Where a protected person spends the days is as telling as an address, so none of it stands on a paper that may be seen by others.
function placeFacts({ person, organiser }: DecisionForm): Fact[] {
  const t = texts.placement
  if (person.protected) return [fact(t.placeLabel, t.placeProtected)]
  return [
    fact(t.organiser, written(organiser.name), fill(t.organisationNumber, { number: organiser.organisationNumber })),
    fact(t.workplace, written(organiser.workplaceAddress)),
    fact(t.supervisor, written(organiser.supervisor)),
  ]
}

function placementFacts(form: DecisionForm): Fact[] {
  const t = texts.placement
  const { percent, reasons } = form.extent
  const full = percent === 100
  return [
    fact(t.programme, t.programmeNames[form.frameProgramme]),
    fact(t.period, fill(t.periodValue, { start: longDate(form.period.start), end: longDate(form.period.end) })),
    fact(t.extent, full ? fixed(t.fullTime) : fixed(t.partTimeValue.replace('{percent}', String(percent)))),
    ...(full || reasons === undefined ? [] : [fact(t.partTime, ...written(reasons).split('\n'))]),
    ...placeFacts(form),
    fact(t.tasks, ...written(form.tasks).split('\n')),
  ]
}

function provisions({ frameProgramme, extent }: DecisionForm): string[] {
  const t = texts.reasons
  return [
    fixed(t.provisions, { provisions: heldTogether(t.provisionsBy[frameProgramme]), activity: heldTogether(t.activityOrdinance) }),
    ...(extent.percent === 100 ? [] : [fixed(t.partTime, { provisions: heldTogether(t.partTimeBy[frameProgramme]) })]),
  ]
}

function controlRows({ union, employerControl, person }: DecisionForm): string[][] {
  const t = texts.controls
  const asked = fill(t.asked, { date: longDate(union.askedOn) })
  const answered = union.answeredOn === undefined ? [] : [fill(t.answered, { date: longDate(union.answeredOn) })]
  return [
    [person.protected ? t.unionProtected : fill(t.union, { organisation: written(union.organisation) }), [asked, ...answered].join('\n'), t.answers[union.answer]],
    [t.employer, fill(t.checked, { date: longDate(employerControl.checkedOn) }), t.outcomes[employerControl.outcome]],
  ]
}

/** A title as it is written after a name: ”arbetsförmedlare”, but ”IT-chef” as it is. */
const withinSentence = (title: string): string => (/^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLocaleLowerCase('sv') + title.slice(1) : title)

function officialBlocks(form: DecisionForm): Block[] {
  const t = texts.officials
  if (form.omitNames) return [{ kind: 'text', paragraphs: [fixed(t.omitted)] }]
  const named = ({ name, title }: { name: string; title: string }): string => `${written(name)}, ${written(withinSentence(title))}`
  return [{
    kind: 'facts',
    items: [
      fact(t.decisionMaker, named(form.decisionMaker)),
      fact(t.rapporteur, form.rapporteur === undefined ? t.none : named(form.rapporteur)),
      fact(t.participants, ...(form.participants.length === 0 ? [t.none] : form.participants.map(named))),
    ],
  }]
}

function markOf({ sample, draft }: DecisionForm): string | null {
  if (sample) return draft ? texts.marks.sampleDraft : texts.marks.sample
  return draft ? texts.marks.draft : null
}

/** The person's copy of the decision form as headings, facts, lists and tables in Swedish. The form is already checked and its texts are plain. */
export function personCopy(form: DecisionForm): FormContent {
  const { review, record, conditions, reasons, controls } = texts
  const mark = markOf(form)
  const span = { start: longDate(form.period.start), end: longDate(form.period.end) }
  const number = form.caseNumber === undefined
    ? { label: texts.header.applicationId, value: written(form.applicationId) }
    : { label: texts.header.caseNumber, value: written(form.caseNumber) }
  const applying = conditions.items.filter(item => !('only' in item) || item.only.some(programme => programme === form.frameProgramme))
  return {
    title: mark === null ? texts.title : `${mark}: ${texts.title}`,
    author: form.authority,
    mark,
    header: {
      authority: form.authority,
      // The office says in which part of the country somebody lives.
      unit: form.person.protected ? '' : written(form.unit ?? ''),
      facts: [number, { label: texts.header.decisionDate, value: longDate(form.decisionDate) }],
      page: texts.header.page,
    },
    footer: [
      fill(texts.footer.rules, { programme: form.ruleSet.programme, version: form.ruleSet.version, hash: form.ruleSet.hash.slice(0, 8) }),
      fill(texts.footer.screening, { screeningId: written(form.screeningId) }),
    ],
    heading: texts.title,
    subheading: written(form.intakeName),
    lead: form.person.protected ? fill(texts.leadProtected, span) : fill(texts.lead, { ...span, organiser: written(form.organiser.name) }),
    leadNote: texts.leadNote,
    sections: [
      { heading: texts.person.heading, whole: true, blocks: [{ kind: 'facts', items: personFacts(form) }] },
      { heading: texts.placement.heading, whole: false, blocks: [{ kind: 'facts', items: placementFacts(form) }] },
      {
        heading: reasons.heading, whole: false,
        blocks: [
          { kind: 'text', paragraphs: [reasons.assessment] },
          { kind: 'list', items: form.reasons.map(written) },
          { kind: 'text', paragraphs: provisions(form) },
        ],
      },
      {
        heading: controls.heading, whole: true,
        blocks: [{ kind: 'table', columns: controls.columns, rows: controlRows(form) }, { kind: 'text', paragraphs: [fixed(controls.explanation)] }],
      },
      { heading: conditions.heading, whole: true, blocks: [{ kind: 'facts', items: applying.map(({ label, text }) => fact(label, text)) }] },
      {
        heading: review.heading, whole: true,
        blocks: [{ kind: 'text', paragraphs: review.paragraphs.map(text => fixed(text, { provisions: heldTogether(review.provisionsBy[form.frameProgramme]) })) }],
      },
      // What is kept whole must have room on one page.
      { heading: texts.officials.heading, whole: form.participants.length <= 3, blocks: officialBlocks(form) },
      {
        heading: record.heading, whole: true,
        blocks: [{ kind: 'text', paragraphs: [form.barReference === undefined ? record.pending : fill(record.registered, { reference: written(form.barReference) })] }],
      },
    ],
  }
}
