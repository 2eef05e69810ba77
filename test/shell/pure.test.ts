import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CONTENT_POLICY } from '../../electron/shell/csp.ts'
import { openLog, redact } from '../../electron/shell/log.ts'
import { storePlaceProblem } from '../../electron/shell/store-place.ts'
import { isTooHeavy } from '../../electron/shell/weight.ts'
import { readWindowState, visibleBounds, writeWindowState } from '../../electron/shell/window-state.ts'

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron)
const { safeName } = await import('../../electron/shell/dialogs.ts')

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'logg-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('where a store may lie', () => {
  it.each([
    'C:\\Users\\anna\\AppData\\Local\\Sprangbrada', 'D:\\lager', '\\\\?\\C:\\lager', '/home/anna/.config/sprangbrada', '/Users/anna/Library/Application Support/sprangbrada',
    'C:\\Users\\boxer\\Local', 'C:\\dropboxer\\x', '/srv/network/x', 'C:\\Users\\å ä ö\\é',
  ])('in %s', path => expect(storePlaceProblem(path)).toBeNull())

  it.each([
    '\\\\server\\resurs', '//server/resurs/x', '\\\\?\\UNC\\server\\resurs', '\\\\.\\pipe\\x', '/run/user/1000/gvfs/smb-share:server=x', '/net/server/x', '\\\\wsl$\\Debian\\home',
  ])('not on the network: %s', path => expect(storePlaceProblem(path)).toBe('network'))

  it.each([
    'C:\\Users\\anna\\OneDrive\\x', 'C:\\Users\\anna\\OneDrive - Arbetsförmedlingen\\x', 'c:\\users\\anna\\ONEDRIVE', '/Users/anna/Dropbox/x', '/home/anna/Dropbox (Privat)/x', 'C:\\Users\\anna\\iCloudDrive\\x',
    '/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/x', '/Users/anna/Library/CloudStorage/OneDrive-AF/x', 'G:\\My Drive\\x', 'G:\\Min enhet\\x', '/home/anna/Google Drive/x', '/home/anna/Nextcloud/x',
    'C:\\Users\\anna\\OneDrive.\\x',
  ])('not where it is synchronised: %s', path => expect(storePlaceProblem(path)).toBe('synced'))

  it('not in a folder that the system says is synchronised, whatever its name', () => {
    expect(storePlaceProblem('D:\\Moln\\lager', ['d:/moln/'])).toBe('synced')
    expect(storePlaceProblem('D:\\Molnet\\lager', ['D:\\Moln', ''])).toBeNull()
  })
})

describe('the log', () => {
  const digit = fc.integer({ min: 0, max: 9 }).map(String)
  const identity = fc.tuple(fc.array(digit, { minLength: 8, maxLength: 8 }), fc.constantFrom('', '-', '+', ' ', '–'), fc.array(digit, { minLength: 4, maxLength: 4 }), fc.boolean(), fc.boolean())
    .map(([birth, sign, last, short, temporary]) => `${birth.slice(short ? 2 : 0).join('')}${sign}${temporary ? `TF${last.slice(1).join('')}` : last.join('')}`)
  const around = fc.string({ unit: 'binary', maxLength: 20 })

  it('never holds an identity number', () => {
    fc.assert(fc.property(identity, around, around, (number, before, after) => {
      const line = redact(`${before} ${number} ${after}`)
      expect(line).not.toContain(number)
      expect(redact(`kod x${number}`)).not.toMatch(/\d{5}/)
    }), { numRuns: 2_000 })
  })

  it('never holds a path, an address or a line break', () => {
    const part = fc.stringMatching(/^[A-Za-zåäöÅÄÖé .-]{1,12}$/)
    const path = fc.tuple(fc.constantFrom('C:\\', '/', '\\\\', '~/', './', 'file:///'), fc.array(part, { minLength: 1, maxLength: 5 }), fc.constantFrom('/', '\\')).map(([start, parts, by]) => start + parts.join(by))
    fc.assert(fc.property(path, path => {
      expect(redact(`fel ${path}`)).not.toMatch(/[\\/]/)
    }), { numRuns: 2_000 })
    expect(redact('anna.öberg@exempel.se')).toBe('[adress]')
    expect(redact('kod\r\n2026-01-01 påhittad rad')).not.toMatch(/[\r\n]/)
    expect(redact('x'.repeat(5_000)).length).toBeLessThanOrEqual(300)
  })

  it('leaves codes and incident numbers readable, and turns over at a megabyte', () => {
    const log = openLog(folder, () => new Date('2026-11-21T10:00:00Z'))
    const number = log.incident('RangeError', 'screening.list')
    expect(number).toMatch(/^[A-Z]{2}\d{3}[A-Z]$/)
    log.note('sender-refused', 'call')
    expect(readFileSync(join(folder, 'logg.txt'), 'utf8')).toBe(`2026-11-21T10:00:00.000Z incident ${number} RangeError screening.list\n2026-11-21T10:00:00.000Z sender-refused call\n`)
    writeFileSync(join(folder, 'logg.txt'), 'x'.repeat(1_000_001))
    log.note('ny')
    expect([statSync(join(folder, 'logg.1.txt')).size, readFileSync(join(folder, 'logg.txt'), 'utf8')]).toEqual([1_000_001, '2026-11-21T10:00:00.000Z ny\n'])
  })

  it('stops nothing when it cannot be written', () => {
    expect(openLog(join(folder, 'saknas')).incident('x', 'y')).toMatch(/^[A-Z]{2}\d{3}[A-Z]$/)
  })
})

describe('where the window opens', () => {
  const area = { x: 0, y: 0, width: 1920, height: 1040 }
  it.each([
    [{ x: 10, y: 10, width: 800, height: 600 }, true], [{ x: -500, y: 0, width: 800, height: 600 }, true], [{ x: 1800, y: 10, width: 800, height: 600 }, false],
    [{ x: 2000, y: 10, width: 800, height: 600 }, false], [{ x: 10, y: 1000, width: 800, height: 600 }, false], [{ x: 10, y: -300, width: 800, height: 600 }, false],
  ])('%o stays: %s', (bounds, stays) => expect(visibleBounds(bounds, [area])).toEqual(stays ? bounds : null))

  it('is remembered, and forgotten when the file makes no sense', () => {
    const state = { bounds: { x: -3, y: 4, width: 500, height: 400 }, maximized: true }
    writeWindowState(folder, state)
    expect(readWindowState(folder)).toEqual(state)
    for (const text of ['', '{', 'null', '[]', '{"bounds":{"x":"1"}}', '{"bounds":null,"maximized":1}', '{"bounds":{"x":1,"y":1,"width":1e9,"height":1},"maximized":false}']) {
      writeFileSync(join(folder, 'fonster.json'), text)
      expect(readWindowState(folder)).toEqual({ bounds: null, maximized: false })
    }
    expect(readWindowState(join(folder, 'saknas')).bounds).toBeNull()
  })
})

describe('the content policy', () => {
  const directives = new Map(CONTENT_POLICY.split('; ').map(each => [each.split(' ')[0], each.split(' ').slice(1)]))
  it('begins from nothing and lets in own files only', () => {
    expect(directives.get('default-src')).toEqual(["'none'"])
    for (const [name, values] of directives) {
      if (name?.endsWith('-src')) expect([["'none'"], ["'self'"]]).toContainEqual(values)
    }
    expect(CONTENT_POLICY).not.toMatch(/unsafe|\*|https?:|data:|blob:|connect-src|object-src|frame-src/)
    expect(directives.get('require-trusted-types-for')).toEqual(["'script'"])
    expect(directives.get('trusted-types')).toEqual(['sprangbrada'])
    for (const name of ['base-uri', 'form-action', 'frame-ancestors']) expect(directives.get(name)).toEqual(["'none'"])
  })
})

describe('names for files', () => {
  it.each([
    ['ljus åäö.csv', 'csv', 'ljus åäö.csv'], ['../../etc/passwd', 'pdf', 'etc passwd.pdf'], ['C:\\x\\y.pdf', 'pdf', 'C x y.pdf'], ['', 'csv', 'sprangbrada.csv'], ['con', 'csv', 'sprangbrada con.csv'],
    ['LPT1.txt', 'pdf', 'sprangbrada LPT1.txt.pdf'], ['a\u0000b\u202Egpj.exe', 'pdf', 'a b gpj.exe.pdf'], ['. . .', 'csv', 'sprangbrada.csv'], ['x'.repeat(300), 'csv', `${'x'.repeat(100)}.csv`], ['Kopia.SPRANGBRADA', 'sprangbrada', 'Kopia.sprangbrada'],
  ])('%j for %s', (given, extension, name) => expect(safeName(given, extension)).toBe(name))
})

describe('the weight of a message', () => {
  it('counts what is in it, not how deep it lies', () => {
    expect(isTooHeavy({ a: ['x'.repeat(400_000)] }, 1_000_000)).toBe(false)
    expect(isTooHeavy({ a: ['x'.repeat(500_001)] }, 1_000_000)).toBe(true)
    expect(isTooHeavy(Array(130_000).fill(1), 1_000_000)).toBe(true)
    expect(isTooHeavy(new Uint8Array(new ArrayBuffer(2_000_000), 0, 4), 1_000_000)).toBe(true)
    expect(isTooHeavy(new Map(), 1_000_000)).toBe(true)
    expect(isTooHeavy(undefined, 1_000_000)).toBe(false)
  })
})
