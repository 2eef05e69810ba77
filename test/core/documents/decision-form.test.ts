import { describe, expect, test } from 'vitest'
import { personCopy } from '../../../electron/core/documents/decision-content.ts'
import { renderDecisionForm } from '../../../electron/core/documents/decision-form.ts'
import template from '../../../electron/core/documents/templates/decision.typ'
import { compile, compilerInUse } from '../../../electron/core/documents/typst.ts'
import { decisionFormSchema, FRAME_PROGRAMMES } from '../../../shared/documents.ts'
import type { DecisionFormInput } from '../../../shared/documents.ts'
import { infoOf, layoutOf, objectsOf, pdfTool, structureOf, textOf, withCompiler } from './pdf-tools.ts'
import { longestForm, sampleForm } from './sample-form.ts'

// One line for each of the fifteen contents of a decision form.
const CONTENTS: [string, RegExp][] = [
  ['1 authority, unit, case number, pages', /Arbetsförmedlingen .*Ärendenummer Af-2026\/0012 3456 Sida 1 av 2 Enheten för arbetspraktik/],
  ['2 decision date', /Beslutsdatum 12 februari 2026/],
  ['3 party', /Namn Ánh Exempel Öberg Personnummer 19930412-2380/],
  ['4 decision in one sentence', /anvisar dig till arbetspraktik hos Exempelverken AB från och med den 2 mars 2026 till och med den 30 juni 2026\./],
  ['5 programme and provisions', /Program Arbetspraktik .*5, 7, 8 och 14 §§ förordningen \(2000:634\)/],
  ['6 period, extent, reasons for part time', /Period 2 mars 2026 – 30 juni 2026 Omfattning Deltid \(75 % av heltid\) Skäl för deltid Du läser svenska .*7 a, 7 b, 7 c och 7 d §§/],
  ['7 organiser', /Anordnare Exempelverken AB Organisationsnummer 556000-0001 Arbetsplats Provgatan 12, 111 22 Exempelstad Handledare Åsa Handledarsson/],
  ['8 reasons', /Skälen för beslutet .*Du är inskriven som arbetssökande\. .*Du har en avslutad högskoleutbildning/],
  ['9 union', /Yttrande från Provfacket Tillfrågat 20 januari 2026 Tillstyrker Svar 28 januari 2026/],
  ['10 employer control', /Kontroll av anordnaren 2 februari 2026 Utan anmärkning/],
  ['11 conditions', /Sök arbete .*Aktivitetsrapport .*första sjukdagen.*aktivitetsstöd eller utvecklingsersättning.*Kammarkollegiet.*intyg/],
  ['12 review notice', /skriftlig\..*inom tre veckor från den dag då du fick del av beslutet\. .*39 § förordningen \(2000:634\)/],
  ['13 officials', /Beslutsfattare Karin Beslutsson, arbetsförmedlare Föredragande Jonas Föredragsson, handläggare Övriga som deltog Mira Deltagarsson, jurist/],
  ['14 BÄR', /Det formella beslutet är registrerat i Arbetsförmedlingens system BÄR med referensen BAR-4711/],
  ['15 rule set and screening', /Regler: jobbspranget 2026-01 \(3f9a1c2e\) Granskning: G-000117-3/],
]

describe.each(['native', 'wasm'] as const)('the decision form with the %s compiler', name => {
  const render = (form: DecisionFormInput): Promise<Uint8Array> => withCompiler(name, () => renderDecisionForm(form))

  test('carries the fifteen contents', async () => {
    expect(await withCompiler(name, compilerInUse)).toBe(name)
    const text = textOf(await render(sampleForm))
    for (const [content, pattern] of CONTENTS) expect.soft(text, content).toMatch(pattern)
    expect(text).not.toMatch(/\{\w+\}|överklaga|förvaltningsrätt/i)
  })

  test('is a sound, tagged A4 file with title, author, language and structure', async () => {
    const pdf = await render(sampleForm)
    expect(pdfTool(pdf, 'qpdf', '--check', 'FILE')).toContain('No syntax or stream encoding errors found')
    const info = infoOf(pdf)
    for (const line of [/Title: +Beslut om arbetspraktik/, /Author: +Arbetsförmedlingen/, /Tagged: +yes/, /Pages: +2/, /A4/]) expect(info).toMatch(line)
    const objects = objectsOf(pdf)
    expect(objects).toMatch(/\/Lang \(sv-SE\)/)
    expect(objects.includes('<pdfaid:part>2</pdfaid:part>') && objects.includes('<pdfaid:conformance>A</pdfaid:conformance>')).toBe(name === 'native')
    const structure = structureOf(pdf)
    expect(structure.match(/^ *H1/gm)).toHaveLength(1)
    expect(structure.match(/^ *H2/gm)).toHaveLength(8)
    for (const tag of ['Table', 'THead', 'TH ', 'TD', 'LI']) expect(structure).toContain(tag)
  })

  test('tells nothing of the person in its metadata', async () => {
    const objects = objectsOf(await render(sampleForm))
    const metadata = [...(objects.match(/<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/g) ?? []), infoOf(await render(sampleForm))].join('\n')
    expect(metadata).toContain('Beslut om arbetspraktik')
    for (const telling of ['Öberg', '19930412', 'Exempelverken', 'Af-2026', 'JS-2026', 'G-000117', 'Beslutsson']) expect(metadata).not.toContain(telling)
  })

  test('gives the same bytes for the same form', async () => {
    const [first, between, second] = [await render(sampleForm), await render({ ...sampleForm, screeningId: 'X' }), await render(sampleForm)]
    expect(Buffer.compare(first, second)).toBe(0)
    expect(Buffer.compare(first, between)).not.toBe(0)
  })

  test('takes what people write as text and never as source', async () => {
    for (const nasty of ['#panic("x")', '*x* _y_ $x$ `z`', '\\ \\n \\u{41}', '"quotes" ’ \' «»', '</p><script>', '= rubrik #set page(width: 1cm)', '{start} {organiser}', '@preview/x:1.0.0 <label>']) {
      const form = { ...sampleForm, person: { ...sampleForm.person, name: nasty }, organiser: { ...sampleForm.organiser, name: nasty }, tasks: nasty }
      const text = textOf(await render(form))
      expect.soft(text.split(nasty), nasty).toHaveLength(5)
    }
  })

  test('prints the letters of Europe and Vietnam and drops marks that only turn text', async () => {
    const letters = 'ÅÄÖåäö Łódź Şükrü İzmir ığ Nguyễn Thị Ệ Ћирилица Жанна Ελλάδα ß ø đ ž'
    const text = textOf(await render({ ...sampleForm, tasks: `${letters.normalize('NFD')}\u202Eabc\u202C \u200Fdef\u2066` }))
    expect(text).toContain(`${letters} abc def`.replace(' abc', 'abc'))
  })

  test('names the field whose characters the fonts lack', async () => {
    await expect(render({ ...sampleForm, tasks: 'Montera عربي och 漢字' })).rejects.toMatchObject({ code: 'form-glyph', params: { field: 'Arbetsuppgifter', path: 'tasks' } })
    await expect(render({ ...sampleForm, reasons: ['Bra', 'Utmärkt 😀'] })).rejects.toMatchObject({ code: 'form-glyph', params: { field: 'Skälen för beslutet', path: 'reasons.1', characters: '😀 (U+1F600)' } })
    await expect(render({ ...sampleForm, person: { ...sampleForm.person, name: 'a\u0000b' } })).rejects.toMatchObject({ params: { field: 'Namn', characters: 'U+0000' } })
  })

  test('holds the longest legal values within the page, with right page numbers', async () => {
    const pdf = await render(longestForm)
    const pages = Number(/Pages: +(\d+)/.exec(infoOf(pdf))?.[1])
    expect(pages).toBeGreaterThan(4)
    expect(layoutOf(pdf).match(new RegExp(`Sida\\s\\d+\\sav\\s${pages}\\b`, 'g'))).toHaveLength(pages)
    const right = [...pdfTool(pdf, 'pdftotext', '-bbox', 'FILE', '-').matchAll(/xMin="([\d.]+)" yMin="[-\d.]+" xMax="([\d.]+)" yMax="([\d.]+)"/g)]
    expect(right.length).toBeGreaterThan(500)
    for (const [, left, edge, bottom] of right) {
      expect(Number(left)).toBeGreaterThanOrEqual(70)
      expect(Number(edge)).toBeLessThanOrEqual(595.3 - 70)
      expect(Number(bottom)).toBeLessThanOrEqual(841.9)
    }
    expect(pdfTool(pdf, 'qpdf', '--check', 'FILE')).toContain('No syntax')
    // Below the text area stands the footer, the same on every page, and nothing else.
    const lowest = pdfTool(pdf, 'pdftotext', '-bbox', 'FILE', '-').split('<page ').slice(1).map(page =>
      [...page.matchAll(/yMax="([\d.]+)">(.*?)<\/word>/g)].filter(([, bottom]) => Number(bottom) > 790).map(([, , word]) => word).join(' '))
    expect(lowest[0]).toContain('Granskning:')
    expect(new Set(lowest).size).toBe(1)
  })

  test('a draft and an example are marked on every page and set like the decision', async () => {
    const places = (pdf: Uint8Array): string[] => pdfTool(pdf, 'pdftotext', '-bbox', 'FILE', '-').split('\n').filter(line => line.includes('<word'))
    const final = places(await render(sampleForm))
    for (const [mark, form] of [['UTKAST', { draft: true }], ['EXEMPEL', { sample: true }], ['EXEMPEL och UTKAST', { sample: true, draft: true }]] as const) {
      const pdf = await render({ ...sampleForm, ...form })
      const marked = new Set(places(pdf))
      expect(final.filter(line => !marked.has(line))).toEqual([])
      expect(layoutOf(pdf).split('\f').filter(page => page.includes(`${mark} – inte ett beslut`))).toHaveLength(2)
    }
    expect(final.join()).not.toMatch(/UTKAST|EXEMPEL/)
  })
})

describe('the decision form', () => {
  test('chooses provisions, compensation and review by the frame programme', async () => {
    const expected = {
      none: [/5, 7, 8 och 14 §§ förordningen \(2000:634\)/, /39 § förordningen \(2000:634\)/, /aktivitetsstöd/],
      JOB: [/6 § förordningen \(2007:414\)/, /22 § förordningen \(2007:414\)/, /aktivitetsstöd/],
      ETP: [/13 § förordningen \(2017:820\)/, /28 § förordningen \(2017:820\)/, /etableringsersättning/],
      UGA: [/6 och 7 §§ förordningen \(2007:813\)/, /16 § förordningen \(2007:813\)/, /fyra timmar i veckan/],
    }
    for (const frameProgramme of FRAME_PROGRAMMES) {
      const text = textOf(await renderDecisionForm({ ...sampleForm, frameProgramme }))
      for (const pattern of expected[frameProgramme]) expect.soft(text, frameProgramme).toMatch(pattern)
      expect(text).not.toMatch(/överklaga/)
    }
  })

  test('tells nothing of where a protected person is', async () => {
    const form = { ...sampleForm, person: { ...sampleForm.person, protected: true } }
    const objects = textOf(await renderDecisionForm(form))
    expect(objects).toContain('19930412-XXXX')
    for (const telling of ['2380', 'Exempelverken', '556000', 'Provgatan', 'Handledarsson', 'Provfacket', 'Enheten']) expect(objects).not.toContain(telling)
    await expect(renderDecisionForm({ ...form, tasks: 'Du ska till exempelverken på måndag.' })).rejects.toMatchObject({ code: 'decision-field', params: { path: 'tasks' } })
  })

  test('leaves out the officials when asked to, and notes of the file copy always', async () => {
    const notes = { union: { ...sampleForm.union, note: 'hemlig anteckning' }, employerControl: { ...sampleForm.employerControl, note: 'hemlig skuld' } }
    const text = textOf(await renderDecisionForm({ ...sampleForm, ...notes, omitNames: true }))
    expect(text).toContain('33 § fjärde stycket förvaltningslagen (2017:900)')
    expect(text).not.toMatch(/Beslutsson|Föredragsson|Deltagarsson|hemlig/)
    expect(textOf(await renderDecisionForm({ ...sampleForm, barReference: undefined }))).toContain('Det formella beslutet registreras i Arbetsförmedlingens system BÄR.')
  })

  test('writes a title after a name as Swedish does', async () => {
    const text = textOf(await renderDecisionForm({ ...sampleForm, decisionMaker: { name: 'Karin Beslutsson', title: 'Arbetsförmedlare' }, rapporteur: { name: 'Åke Öberg', title: 'IT-chef' }, participants: [{ name: 'Mira Deltagarsson', title: 'Ämnesråd' }] }))
    for (const official of ['Karin Beslutsson, arbetsförmedlare', 'Åke Öberg, IT-chef', 'Mira Deltagarsson, ämnesråd']) expect(text).toContain(official)
  })

  test('refuses a form with a value missing or wrong, and says which', async () => {
    const cases: [DecisionFormInput, string][] = [
      [{ ...sampleForm, extent: { percent: 80 } }, 'extent.reasons'],
      [{ ...sampleForm, person: { ...sampleForm.person, name: ' \u200B ' } }, 'person.name'],
      [{ ...sampleForm, person: { ...sampleForm.person, identityNumber: 'hemlig' } }, 'person.identityNumber'],
      [{ ...sampleForm, period: { start: '2026-03-02', end: '2026-03-01' } }, 'period.end'],
      [{ ...sampleForm, decisionDate: '2026-02-30' }, 'decisionDate'],
      [{ ...sampleForm, tasks: 'x'.repeat(2001) }, 'tasks'],
      [{ ...sampleForm, reasons: [] }, 'reasons'],
      [{ ...sampleForm, union: { ...sampleForm.union, answeredOn: undefined } }, 'union.answeredOn'],
    ]
    for (const [form, path] of cases) {
      const error: unknown = await renderDecisionForm(form).catch((reason: unknown) => reason)
      expect(error).toMatchObject({ code: 'decision-field', params: { path } })
      expect(JSON.stringify(error)).not.toMatch(/hemlig|Öberg/)
    }
  })

  test('passes the PDF/UA-1 checks wherever a page happens to break', async () => {
    for (let length = 40; length <= 2000; length += 140) {
      const form = decisionFormSchema.parse({ ...sampleForm, tasks: 'mätning '.repeat(250).slice(0, length), reasons: Array.from({ length: 1 + (length % 7) }, () => 'Du har utbildning. '.repeat(1 + (length % 11))) })
      const pdf = await compile({ template, data: personCopy(form), standard: 'ua-1', timestamp: 1_770_000_000 })
      expect(pdf.length).toBeGreaterThan(10_000)
    }
  })
})
