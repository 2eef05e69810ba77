import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderDecisionForm } from '../../../electron/core/documents/decision-form.ts'
import { breakable, plainLine, plainText } from '../../../electron/core/documents/plain-text.ts'
import { compile } from '../../../electron/core/documents/typst.ts'
import { withCompiler } from './pdf-tools.ts'
import { sampleForm } from './sample-form.ts'

const COMPILERS = ['native', 'wasm'] as const
const template = (font: string, body: string): string => `#let data = json(bytes(sys.inputs.data))
#set document(title: "Prov", date: datetime(..json(bytes(sys.inputs.created))))
#set text(font: "${font}", fallback: false, lang: "sv")
= Prov
${body}`

describe.each(COMPILERS)('the %s compiler', name => {
  const run = (source: string, data: unknown): Promise<Uint8Array> =>
    withCompiler(name, () => compile({ template: source, data, standard: 'a-2a', timestamp: 1_770_000_000 }))

  test('takes warnings and errors for faults, quotes nothing from the data, and works afterwards', async () => {
    await expect(run(template('Okänd Stil', 'x'), {})).rejects.toMatchObject({ code: 'form-failed', params: { detail: 'unknown font family: okänd stil' } })
    const error: unknown = await run(template('Source Sans 3', '#panic(data.name)'), { name: 'Hemlig Person' }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'form-failed' })
    expect(JSON.stringify(error)).not.toContain('Hemlig')
    expect((await run(template('Source Sans 3', '#data.name'), { name: 'Ö' })).length).toBeGreaterThan(1000)
  })

  test('reaches neither files nor packages', async () => {
    await expect(run(template('Source Sans 3', '#read("/package.json")'), {})).rejects.toMatchObject({ code: 'form-failed' })
  })

  test('keeps its memory over 200 documents', async () => {
    for (let index = 0; index < 60; index += 1) await withCompiler(name, () => renderDecisionForm({ ...sampleForm, screeningId: `W-${index}` }))
    const before = process.memoryUsage().rss
    const started = performance.now()
    for (let index = 0; index < 200; index += 1) await withCompiler(name, () => renderDecisionForm({ ...sampleForm, screeningId: `M-${index}` }))
    const grown = (process.memoryUsage().rss - before) / 2 ** 20
    console.info(`${name}: ${((performance.now() - started) / 200).toFixed(1)} ms a form, ${grown.toFixed(0)} MiB more after 200`)
    expect(grown).toBeLessThan(120)
  }, 120_000)
})

describe('the bundle', () => {
  let folder = ''
  beforeAll(async () => {
    // Inside the source tree, so that the bundle finds node_modules as the installed program does.
    folder = mkdtempSync(join(process.cwd(), 'node_modules', '.form-'))
    const source = join(folder, 'entry.ts')
    const module = JSON.stringify(join(process.cwd(), 'electron/core/documents/decision-form.ts'))
    writeFileSync(source, `import { renderDecisionForm } from ${module}
import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
void renderDecisionForm(JSON.parse(process.env['FORM'] ?? '')).then(pdf => {
  const hash = createHash('sha256').update(pdf).digest('hex')
  if (parentPort === null) process.stdout.write(hash)
  else parentPort.postMessage(hash)
})`)
    await build({ entryPoints: [source], outfile: join(folder, 'core.cjs'), bundle: true, platform: 'node', format: 'cjs', loader: { '.typ': 'text' }, logLevel: 'silent' })
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each(COMPILERS)('gives the same bytes in other processes and in a worker thread (%s)', async name => {
    const env = { ...process.env, FORM: JSON.stringify(sampleForm), SPRANGBRADA_TYPST: name }
    const file = join(folder, 'core.cjs')
    const inProcess = (): string => execFileSync(process.execPath, [file], { env, encoding: 'utf8', cwd: tmpdir() })
    const first = inProcess()
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(inProcess()).toBe(first)
    const worker = new Worker(file, { env })
    const inThread = await new Promise<unknown>((resolve, reject) => { worker.once('message', resolve); worker.once('error', reject) })
    await worker.terminate()
    expect(inThread).toBe(first)
    const here = await withCompiler(name, () => renderDecisionForm(sampleForm))
    const { createHash } = await import('node:crypto')
    expect(createHash('sha256').update(here).digest('hex')).toBe(first)
  })
})

describe('plain text', () => {
  test('composes letters, drops invisible marks and keeps line breaks', () => {
    expect(plainText('  A\u030A\u200Bb\u202E \t c\r\n\r\n\r\n\r\nd ')).toBe('Åb c\n\nd')
    expect(plainLine('Gatan 1\r\n111 22  Ort')).toBe('Gatan 1 111 22 Ort')
  })
  test('gives only overlong words places to break', () => {
    expect(breakable('arbetsmarknadspolitiska skäl')).toBe('arbetsmarknadspolitiska skäl')
    const long = breakable('x'.repeat(300))
    expect(long.replaceAll('\u200B', '')).toBe('x'.repeat(300))
    expect(Math.max(...long.split('\u200B').map(part => part.length))).toBeLessThanOrEqual(24)
  })
})
