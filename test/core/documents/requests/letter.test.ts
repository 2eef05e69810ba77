import { describe, expect, test } from 'vitest'
import { renderRequestLetter } from '../../../../electron/core/documents/request-letter.ts'
import { programmeOf } from '../../../../electron/core/programmes/programmes.ts'
import { readDocument } from '../../../../electron/core/rules/yaml.ts'
import { loadProgramme } from '../../../../electron/core/rules/load.ts'
import { infoOf, objectsOf, pdfTool, structureOf, textOf, withCompiler } from '../pdf-tools.ts'
import { sampleLetter } from './sample-letter.ts'

describe.each(['native', 'wasm'] as const)('a letter with the %s compiler', name => {
  const render = (more: Partial<typeof sampleLetter> = {}) => withCompiler(name, () => renderRequestLetter({ ...sampleLetter, ...more }))

  test('says who, what, why, by when, what otherwise, how, and from whom, in either language', async () => {
    const sv = textOf((await render()).pdf)
    for (const part of ['Nguyễn Thị ”Ánh” Öberg-Exempel', 'Provgatan 12 lgh 1101 111 22 Exempelstad', 'JS-2026-2-00117', 'senast måndagen den 7 december 2026', '1. Skicka en kopia av båda sidor', '2. Skicka ditt examensbevis. Har du inget', 'Varför? Vi behöver veta', 'Om du inte svarar', '20 och 23 §§ förvaltningslagen', 'Åsa Éxempel Arbetsförmedlare, Arbetsförmedlingen']) expect.soft(sv).toContain(part)
    const en = textOf((await render({ language: 'en' })).pdf)
    for (const part of ['We need more from you', 'by Monday 7 December 2026', 'Application number JS-2026-2-00117', 'If you do not answer', 'Arbetsförmedlare (employment officer)', 'Page 1 of 1']) expect.soft(en).toContain(part)
    expect(`${sv}${en}`).not.toMatch(/\{\w+\}/)
  })

  test('is a sound, tagged A4 file in its language that names nobody in its metadata', async () => {
    const { pdf } = await render({ language: 'en', sample: true })
    expect(pdfTool(pdf, 'qpdf', '--check', 'FILE')).toContain('No syntax or stream encoding errors found')
    const info = infoOf(pdf)
    for (const line of [/Title: +EXEMPEL.*Request for more information/, /Tagged: +yes/, /A4/]) expect(info).toMatch(line)
    const objects = objectsOf(pdf)
    expect(objects).toMatch(/\/Lang \(en-GB\)/)
    expect(objects.includes('<pdfaid:conformance>A</pdfaid:conformance>')).toBe(name === 'native')
    expect(`${info}${(objects.match(/<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/g) ?? []).join('')}`).not.toMatch(/Öberg|00117|Éxempel/)
    expect(structureOf(pdf).match(/^ *H1/gm)).toHaveLength(1)
    expect(textOf(pdf)).toContain('EXEMPEL')
  })

  test('gives the same bytes again, and takes what people write as text', async () => {
    expect(Buffer.compare((await render()).pdf, (await render()).pdf)).toBe(0)
    for (const nasty of ['#panic("x")', '*x* _y_ $z$', '= rubrik {due}', '"citat" ’ \\n']) expect(textOf((await render({ items: [{ ask: nasty, why: nasty }] })).pdf).split(nasty)).toHaveLength(3)
  })
})

test('twenty long items are set over several pages', async () => {
  const items = Array.from({ length: 20 }, (_, i) => ({ ask: `${i} ${'Skicka en kopia av handlingen. '.repeat(30)}`.slice(0, 1000), why: 'x'.repeat(1000) }))
  expect(infoOf((await renderRequestLetter({ ...sampleLetter, items })).pdf)).toMatch(/Pages: +(?:1\d|[2-9]\d?)/)
})

describe('the texts of Jobbsprånget', () => {
  const programme = programmeOf('jobbspranget')
  const { rules, others = {}, texts } = readDocument('requests', 'requests.yaml', programme.files['requests.yaml']).data

  test('take up every question, or say why the applicant can do nothing about it', () => {
    const ids = new Set(programme.versions.flatMap(({ version }) => programme.version(version).rules.map(rule => rule.def.id)))
    expect([...Object.keys(rules), ...Object.keys(others)].sort()).toEqual([...ids].sort())
  })
  test('are in whole sentences in both languages', () => {
    for (const both of [...Object.values(texts), ...Object.values(rules).map(rule => rule.why)]) for (const text of [both.sv, both.en]) expect(text).toMatch(/^[A-ZÅÄÖ].*\.$/)
  })
  test.each([
    ['  JO-01:\n', '  JO-99:\n', /requests\.yaml, rad \d+: .*JO-99 finns inte/], ['orange: identity\n', 'orange: identitet\n', /rad \d+: regeln JO-01: texten ”identitet” finns inte/],
    ['missing: { identity.kind: identity', 'missing: { identity.sort: identity', /uppgiften ”identity\.sort” finns inte/], ['  JO-04: ', '  JO-03: ', /JO-03 står både/], ['texts:\n', 'texts:\n  spare: { sv: Något., en: Something. }\n', /texten ”spare”.* begärs aldrig/],
  ])('are refused with file and line when %j becomes %j', (from, to, message) => {
    const files = { ...programme.files, 'requests.yaml': programme.files['requests.yaml']?.replace(from, to) ?? '' }
    expect(() => loadProgramme(files, programmeOf)).toThrow(expect.objectContaining({ code: 'rules-broken', params: { message: expect.stringMatching(message) as string } }) as Error)
  })
})
