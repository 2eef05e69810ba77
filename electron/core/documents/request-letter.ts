import { type LetterLanguage, type RequestItem } from '../../../shared/contract/requests.ts'
import type { IsoDate } from '../../../shared/domain.ts'
import { fontCoverage } from './covered.ts'
import { dayInWords, weekdayInWords } from './letter-days.ts'
import { breakable, plainLine, plainText, requireGlyphs } from './plain-text.ts'
import { fill, heldTogether } from './swedish.ts'
import template from './templates/kompletteringsbegaran.typ'
import { englishTitles, requestTexts } from './templates/request-texts.ts'
import { compile } from './typst.ts'

/** Everything that a letter which asks for completion may show. Dates are YYYY-MM-DD. */
export type RequestLetter = {
  language: LetterLanguage
  programme: string
  intakeName: string
  applicationId: string
  /** The person's name and, unless protected, where post is sent. */
  person: { name: string; street: string; postal: string; protected: boolean }
  items: readonly Pick<RequestItem, 'ask' | 'why'>[]
  date: IsoDate
  dueOn: IsoDate
  replyTo: string
  caseworker: { name: string; title: string }
  /** Set for a reminder: the day of the first letter. */
  remindsOf: IsoDate | null
  /** Sample data: every page is marked as an example. */
  sample: boolean
}
type Section = { heading: string; items: string[]; paragraphs: string[] }
type Content = {
  title: string; author: string; language: LetterLanguage; region: string; mark: string | null
  header: { authority: string; facts: { label: string; value: string }[]; page: string }
  recipient: string[]; heading: string; about: string; lead: string; intro: string[]
  askHeading: string; whyLabel: string; items: { ask: string; why: string; long: boolean }[]; sections: Section[]; signature: string[]
}

/** An item longer than this may be divided between two pages. */
const LONG = 600

function contentOf(letter: RequestLetter): Content {
  const { language, person, items, caseworker } = letter
  const t = requestTexts[language]
  const due = weekdayInWords(letter.dueOn, language)
  const values = { programme: letter.programme, intake: letter.intakeName, applicationId: letter.applicationId, due, name: person.name, replyTo: letter.replyTo, count: String(items.length), made: dayInWords(letter.remindsOf ?? letter.date, language) }
  const says = (text: string) => fill(heldTogether(text), values)
  const reminder = letter.remindsOf !== null
  const english = language === 'en' ? englishTitles[caseworker.title.toLocaleLowerCase('sv')] : undefined
  const title = english === undefined ? caseworker.title : `${caseworker.title} (${english})`
  return {
    title: letter.sample ? `${t.mark}: ${t.title}` : t.title, author: 'Arbetsförmedlingen', language, region: language === 'sv' ? 'SE' : 'GB', mark: letter.sample ? t.mark : null,
    header: {
      authority: t.authority, page: t.header.page,
      facts: [{ label: t.header.applicationId, value: letter.applicationId }, { label: t.header.date, value: dayInWords(letter.date, language) }],
    },
    // Where a protected person lives is never on a paper; the letter goes by way of Skatteverket.
    recipient: person.protected ? [person.name] : [person.name, person.street, person.postal].filter(Boolean),
    heading: reminder ? t.reminderHeading : t.heading, about: says(t.about), lead: says(t.lead), intro: [says(t.greeting), says(reminder ? t.reminderIntro : t.intro)],
    askHeading: says(items.length === 1 ? t.askHeading.one : t.askHeading.several), whyLabel: t.why,
    items: items.map(({ ask, why }) => ({ ask, why, long: ask.length + why.length > LONG })),
    sections: [
      { heading: t.howHeading, paragraphs: [], items: [t.how.number, letter.replyTo === '' ? t.how.noReplyTo : t.how.replyTo, t.how.copies, ...(person.protected ? [t.how.protected] : []), t.how.late, t.how.help].map(says) },
      { heading: t.otherwiseHeading, items: [], paragraphs: [says(t.otherwise), says(t.law)] },
    ],
    signature: [t.greetings, caseworker.name, [title, t.authority].filter(Boolean).join(', ')],
  }
}

/** The letter as text, to paste into a message: the same words in the same order. */
function textOf(content: Content): string {
  const { header, items } = content
  const parts = [
    [...(content.mark === null ? [] : [content.mark]), content.heading, content.about, ...header.facts.map(({ label, value }) => `${label}: ${value}`)].join('\n'),
    content.lead, ...content.intro, content.askHeading,
    ...items.map(({ ask, why }, i) => `${i + 1}. ${ask}${why === '' ? '' : `\n${content.whyLabel} ${why}`}`),
    ...content.sections.flatMap(({ heading, items: points, paragraphs }) => [[heading, ...points.map(point => `- ${point}`)].join('\n'), ...paragraphs]),
    content.signature.join('\n'),
  ]
  return `${parts.join('\n\n').replace(/[\u00A0\u202F]/g, ' ').replace(/\u200B/g, '')}\n`
}

/** What people wrote, as it can be set; a sign that the fonts lack is refused while its field is known. */
async function plain(letter: RequestLetter): Promise<RequestLetter> {
  const covered = await fontCoverage()
  const { fields } = requestTexts.sv
  const line = (text: string, path: string, field: string) => { const found = plainLine(text); requireGlyphs(found, path, field, covered); return found }
  const several = (text: string, path: string, field: string) => { const found = plainText(text); requireGlyphs(found, path, field, covered); return found }
  const { person, caseworker } = letter
  return {
    ...letter, programme: line(letter.programme, 'programme', fields.programme), intakeName: line(letter.intakeName, 'intakeName', fields.programme),
    person: { ...person, name: line(person.name, 'person.name', fields.name), street: line(person.street, 'person.street', fields.street), postal: line(person.postal, 'person.postal', fields.postal) },
    items: letter.items.map(({ ask, why }, i) => ({
      ask: several(ask, `items.${i}.ask`, fill(fields.ask, { n: String(i + 1) })), why: several(why, `items.${i}.why`, fill(fields.why, { n: String(i + 1) })),
    })),
    replyTo: line(letter.replyTo, 'replyTo', fields.replyTo), caseworker: { name: line(caseworker.name, 'caseworker.name', fields.caseworker), title: line(caseworker.title, 'caseworker.title', fields.caseworker) },
  }
}

/** Throws Fault form-glyph as making the letter would. */
export async function requireSettable(letter: RequestLetter): Promise<void> {
  await plain(letter)
}

/** Words too long for a line get places to break, wherever people write. */
function settable(content: Content): Content {
  return { ...content, recipient: content.recipient.map(breakable), items: content.items.map(item => ({ ...item, ask: breakable(item.ask), why: breakable(item.why) })), sections: content.sections.map(each => ({ ...each, items: each.items.map(breakable) })), intro: content.intro.map(breakable) }
}

/**
 * A letter that asks for completion, as PDF (PDF/A-2a where the native compiler is, else tagged PDF 1.7) and as text. The same letter gives the same bytes.
 * @throws Fault `form-glyph` (`field`, `characters`) when a text holds characters that the fonts lack, `form-failed` when it cannot be set
 */
export async function renderRequestLetter(letter: RequestLetter): Promise<{ pdf: Uint8Array; text: string }> {
  const content = contentOf(await plain(letter))
  const pdf = await compile({ template, data: settable(content), standard: 'a-2a', timestamp: Date.parse(`${letter.date}T00:00:00Z`) / 1000 })
  return { pdf, text: textOf(content) }
}
