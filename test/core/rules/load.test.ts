import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadProgramme, type Programme, type ProgrammeFiles } from '../../../electron/core/rules/load.ts'
import { Fault } from '../../../shared/fault.ts'
import { faultSentence } from '../../../shared/text/faults.sv.ts'

const root = fileURLToPath(new URL('../../fixtures/rules/', import.meta.url))
const filesOf = (name: string): ProgrammeFiles => Object.fromEntries(readdirSync(join(root, name)).filter(f => f.endsWith('.yaml')).map(f => [f, readFileSync(join(root, name, f), 'utf8')]))
const load = (name: string): Programme => {
  if (!existsSync(join(root, name))) throw new Fault('programme-missing', { programme: name })
  return loadProgramme(filesOf(name), load)
}
const faultOf = (work: () => unknown): Fault => {
  try {
    work()
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error('nothing was wrong')
}
const names = readdirSync(root).filter(name => name !== 'valid').sort()
const wordsFor = (name: string) => readFileSync(join(root, name, 'expected.txt'), 'utf8').split(/\r?\n/).filter(line => line !== '')
// Words of the file format itself, of the library that reads it and of code.
const FOREIGN = /undefined|\bnull\b|\bobject\b|\barray\b|\bstring\b|invalid|expected|unexpected|Error|\[object|rules\.\d|Ogiltig/

describe('a programme with one mistake', () => {
  it('is a folder of its own for each, more than eighty in all, and without the mistake it loads', () => {
    expect(names.length).toBeGreaterThan(80)
    expect(load('valid').on('2023-01-01').rules.map(r => r.def.id)).toEqual(['P-01'])
  })
  it.each(names)('%s is told with file, line and what is wrong', name => {
    const fault = faultOf(() => load(name))
    expect(fault.code).toBe('rules-broken')
    const message = String(fault.params['message'])
    const words = wordsFor(name)
    expect(words.length).toBeGreaterThan(1)
    for (const word of words) expect(message).toContain(word)
    if (name !== 'missing-file') expect(message).toMatch(/^[a-z-]+\.yaml, rad [1-9]\d*: \S/)
    expect(message).not.toMatch(FOREIGN)
    // One sentence: no second one begins within it, and it ends once.
    expect(message).not.toMatch(/\.\s+[A-ZÅÄÖ]|\n/)
    expect(faultSentence(fault.info)).toMatch(/^Reglerna kunde inte läsas: [^\n]+[^.][.?]$/)
    // The line is one that the file has.
    const line = Number(/rad (\d+)/.exec(message)?.[1] ?? 1)
    const file = filesOf(name)[message.slice(0, message.indexOf(','))]
    if (name !== 'missing-file') expect(line).toBeLessThanOrEqual((file ?? '').split('\n').length)
  })
  it.each(names.filter(name => wordsFor(name).some(word => word.startsWith('regeln '))))('%s names the rule once', name => {
    const message = String(faultOf(() => load(name)).params['message'])
    const rule = wordsFor(name).find(word => word.startsWith('regeln ')) ?? ''
    expect(message.split(rule)).toHaveLength(2)
  })
  it('leaves nothing behind that would hinder the next', () => {
    for (const name of ['like-itself', 'like-in-a-ring', 'like-missing-programme']) faultOf(() => load(name))
    expect(faultOf(() => load('like-without-missing-rule')).params['message']).toContain('P-02')
    const like = { ...filesOf('like-without-missing-rule') }
    const loaded = loadProgramme({ 'programme.yaml': (like['programme.yaml'] ?? '').replace('P-02', 'P-01') }, load)
    expect(loaded.on('2023-01-01').rules).toEqual([])
  })
})
