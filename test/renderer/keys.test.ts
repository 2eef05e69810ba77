import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { acceleratorOf, isKey, KEY_IDS, KEYS } from '../../shared/keys.ts'

const root = join(import.meta.dirname, '..', '..')
const sources = ['renderer', 'electron/shell'].flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file) && !file.includes('text')).map(file => readFileSync(join(root, folder, file), 'utf8'))).join('\n')
const press = (key: string, more: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean; shiftKey?: boolean } = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })

describe('the table of keys', () => {
  it('has no key that nothing listens to', () => {
    for (const id of KEY_IDS) expect(sources.includes(`'${id}')`) || new RegExp(`(?:downwards|upwards).*'${id}'`).test(sources), id).toBe(true)
  })
  it('is what is listened to: no page compares keys of its own with those in the table', () => {
    // Arrows, Enter and Escape inside a field with suggestions, and Enter in a search field, are the field's own.
    expect(sources.match(/\.key(?:\.toLowerCase\(\))? === '(?!Enter|Escape)[^']+'/g)).toBeNull()
  })
  it('gives no key to two things in the same place', () => {
    const all = KEY_IDS.flatMap(id => KEYS[id].presses.map(each => `${KEYS[id].where} ${JSON.stringify(each)}`))
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('a key', () => {
  it('is heard with exactly its Ctrl and Alt, on any system', () => {
    expect([press('k', { ctrlKey: true }), press('K', { metaKey: true }), press('/'), press('/', { shiftKey: true })].map(each => isKey(each, 'search'))).toEqual([true, true, true, true])
    expect([press('k'), press('k', { ctrlKey: true, altKey: true }), press('/', { ctrlKey: true }), press('k', { ctrlKey: true, shiftKey: true })].map(each => isKey(each, 'search'))).toEqual([false, false, false, false])
  })
  it('with Shift is another', () => {
    expect([isKey(press('r'), 'turnRight'), isKey(press('R', { shiftKey: true }), 'turnLeft'), isKey(press('R', { shiftKey: true }), 'turnRight'), isKey(press('?', { shiftKey: true }), 'shortcuts')]).toEqual([true, true, false, true])
  })
  it('has the menu\'s name', () => expect([acceleratorOf('search'), acceleratorOf('larger'), acceleratorOf('shortcuts'), acceleratorOf('nextCase')]).toEqual(['CmdOrCtrl+K', 'CmdOrCtrl+Plus', 'F1', 'Alt+ArrowRight']))
})
