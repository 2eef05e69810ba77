import { describe, expect, it } from 'vitest'
import { folders } from '../../../electron/core/programmes/folders.ts'
import { programmeOf } from '../../../electron/core/programmes/programmes.ts'
import { loadProgramme } from '../../../electron/core/rules/load.ts'
import { Fault } from '../../../shared/fault.ts'

const files = folders['jobbspranget'] ?? {}

/** What is said when the programme is loaded with one of its files changed. */
function said(name: string, change: (text: string) => string): string {
  try {
    loadProgramme({ ...files, [name]: change(files[name] ?? '') }, programmeOf)
    return 'loaded'
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'rules-broken') throw error
    return String(error.params['message'])
  }
}

describe('files of a programme beside its rules are looked into when it is loaded', () => {
  it('and taken as they are', () => {
    expect(said('credentials.yaml', text => text)).toBe('loaded')
    expect(said('sharing.yaml', text => text)).toBe('loaded')
  })
  it.each([
    ['credentials.yaml', 'no YAML', (text: string) => `${text}\n  : [`],
    ['credentials.yaml', 'a field that is none', (text: string) => text.replace(/^( +)title:/m, '$1titel:')],
    ['credentials.yaml', 'a fact that is not there', (text: string) => text.replace(/fact: [\w.]+/, 'fact: utbildning.hittad')],
    ['sharing.yaml', 'a question that is not there', (text: string) => text.replace(/^rule: .*$/m, 'rule: JO-99')],
    ['sharing.yaml', 'an answer that is none', (text: string) => text.replace(/answers: \[.*?\]/, 'answers: [kanske]')],
  ])('%s with %s is told with file and line', (name, _what, change) => {
    expect(change(files[name] ?? '')).not.toBe(files[name])
    expect(said(name, change)).toMatch(new RegExp(`^${name.replace('.', '\\.')}.*\\d`))
  })
})
