import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron)
const { answer } = await import('../../electron/shell/scheme.ts')
const { askedFile, isOwnUrl } = await import('../../electron/shell/page-url.ts')

let base = ''
let folder = ''
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'sida-'))
  folder = join(base, 'renderer')
  mkdirSync(join(folder, 'parts'), { recursive: true })
  mkdirSync(join(base, 'renderer-annan'))
  for (const name of ['index.html', 'main.js', 'main.css', 'pdf.worker.mjs', 'parts/a-B1.js', 'figur.svg', 'font.woff2', 'hemlig.json', 'lager.db', 'main.js.map', 'utan']) writeFileSync(join(folder, name), 'innehåll')
  for (const name of ['secret.js', 'renderer-annan/secret.js']) writeFileSync(join(base, name), 'hemligt')
  // A junction needs no rights on Windows; elsewhere the kind is ignored.
  symlinkSync(base, join(folder, 'ut'), 'junction')
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

const plain = () => ({ language: 'sv' as const, dark: false, first: '' })
const at = (path: string) => `sprangbrada://app${path}`

describe('what is served', () => {
  it.each([
    ['/index.html', 'text/html; charset=utf-8'], ['/main.js', 'text/javascript; charset=utf-8'], ['/pdf.worker.mjs', 'text/javascript; charset=utf-8'],
    ['/main.css', 'text/css; charset=utf-8'], ['/figur.svg', 'image/svg+xml'], ['/font.woff2', 'font/woff2'], ['/parts/a-B1.js', 'text/javascript; charset=utf-8'],
    ['/main.js?v=1#x', 'text/javascript; charset=utf-8'],
  ])('%s as %s, with policy and nosniff', async (path, type) => {
    const response = await answer('GET', at(path), folder, plain)
    expect([response.status, response.type, response.headers['Content-Type'], response.body.toString()]).toEqual([200, type, type, 'innehåll'])
    expect(response.headers['X-Content-Type-Options']).toBe('nosniff')
    expect(response.headers['Content-Security-Policy']).toContain("default-src 'none'")
  })
})

it('the page says which language it is in and whether it is dark, holds the first screen, and nothing else is touched', async () => {
  const page = '<!doctype html>\n<html lang="sv" class="light"><body>lang="sv"<!--first--></body></html>'
  writeFileSync(join(folder, 'sida.html'), page)
  expect((await answer('GET', at('/sida.html'), folder, plain)).body.toString()).toBe(page.replace('<!--first-->', ''))
  const dress = () => ({ language: 'en' as const, dark: true, first: '<div id="first">$& $1</div>' })
  expect((await answer('GET', at('/sida.html'), folder, dress)).body.toString()).toBe('<!doctype html>\n<html lang="en" class="dark"><body>lang="sv"<div id="first">$& $1</div></body></html>')
  expect((await answer('GET', at('/main.js'), folder, dress)).body.toString()).toBe('innehåll')
})

describe('what is not', () => {
  const hostile = [
    '/../secret.js', '/parts/../../secret.js', '/%2e%2e/secret.js', '/%2E%2E%2Fsecret.js', '/%252e%252e%252fsecret.js', '/..%2fsecret.js', '/..%5csecret.js', '/..\\secret.js',
    '/\\..\\secret.js', '/parts\\..\\..\\secret.js', '//secret.js', '//server/share/x.js', '/\\\\server\\share\\x.js', '/C:/Windows/win.js', '/c%3a/win.js', '/main.js%00.html', '/main.js\0',
    '/main.js::$DATA', '/main.js.', '/main.js ', '/./main.js', '/.hidden.js', '/parts/', '/parts', '/', '', '/../renderer-annan/secret.js', '/ut/secret.js', '/ut/renderer-annan/secret.js',
    '/hemlig.json', '/lager.db', '/main.js.map', '/utan', '/saknas.js', '/åäö.js', '/%C3%A5.js', '/main.JS', '/main.js/', '/main.js;x', '/con.js/../main.js', `/${'a/'.repeat(5000)}x.js`, '/aux.js/..', '/....//secret.js',
  ]
  it.each(hostile)('%s', async path => {
    const response = await answer('GET', at(path), folder, plain)
    expect([400, 404]).toContain(response.status)
    expect([response.body.length, response.type]).toEqual([0, null])
    expect(response.headers['Content-Security-Policy']).toContain("default-src 'none'")
  })

  it.each(['sprangbrada://annan/main.js', 'sprangbrada://app.annan/main.js', 'sprangbrada://app:80/main.js', 'sprangbrada://user@app/main.js', 'sprangbrada:app/main.js', 'file:///main.js', 'https://app/main.js', 'inte en adress'])('the address %s', async url => {
    expect((await answer('GET', url, folder, plain)).status).toBe(404)
    expect(isOwnUrl(url)).toBe(false)
  })

  it.each(['POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE', 'get'])('the method %s', method => {
    expect(askedFile(method, at('/main.js'), folder)).toEqual({ status: 405 })
  })
})
