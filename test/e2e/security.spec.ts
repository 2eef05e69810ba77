import { expect, test, type Page } from '@playwright/test'
import { launchApp, type Launched } from './launch.ts'

// What the probes find on the page they run in.
type Answer = Promise<string | { ok: boolean; fault?: { code: string } }>
declare const sprangbrada: Record<'call' | 'print' | 'dropFiles', (...input: unknown[]) => Answer>
declare const trustedTypes: { createPolicy(name: string, rules: object): unknown }
declare const heard: string[]

let run: Launched
test.beforeEach(async () => {
  run = await launchApp()
})
test.afterEach(() => run.close())

const origin = 'sprangbrada://app/index.html'
/** What the page is told when its policy stops something. Each probe provokes complaints, which are then taken out. */
async function stopped(page: Page, probe: () => void): Promise<string[]> {
  await page.evaluate(() => {
    const directives: string[] = []
    Object.assign(window, { heard: directives })
    document.addEventListener('securitypolicyviolation', event => void directives.push(event.effectiveDirective))
  })
  await page.evaluate(probe)
  await expect.poll(() => page.evaluate(() => heard.length)).toBeGreaterThan(0)
  run.complaints.length = 0
  return page.evaluate(() => heard)
}

test('the page has no Node, exactly one name from us, and no way to the raw messages', async () => {
  const found = await run.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(name => name in window),
    bridge: Object.keys(sprangbrada).sort(),
    frozen: Object.isFrozen(sprangbrada),
  }))
  expect(found.node).toEqual([])
  expect(found.bridge).toEqual(['call', 'cancel', 'chooseFiles', 'chooseTarget', 'dropFiles', 'onChanged', 'onCommand', 'onProgress', 'print', 'settings'])
  expect(found.frozen).toBe(true)
})

test('a style written as an attribute is stopped by the policy', async () => {
  expect(await stopped(run.page, () => document.body.setAttribute('style', 'color: red'))).toContain('style-src-attr')
})

test('text becomes neither code nor markup, and no script comes from an address that the one policy does not know', async () => {
  const outcome = await run.page.evaluate(() => {
    const attempt = (act: () => void) => {
      try {
        act()
        return 'allowed'
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error)
      }
    }
    return {
      html: attempt(() => { document.createElement('div').innerHTML = '<img src=x>' }),
      script: attempt(() => { document.createElement('script').src = './main.js' }),
      worker: attempt(() => void new Worker('./main.js')),
      inline: attempt(() => document.createElement('script').append('document.title = "inline"')),
      attribute: attempt(() => document.body.setAttribute('onclick', 'document.title = "attribut"')),
      object: attempt(() => Object.assign(document.createElement('object'), { data: 'https://exempel.invalid/x.pdf' })),
      policy: attempt(() => void trustedTypes.createPolicy('annan', {})),
      timer: attempt(() => void Reflect.apply(setTimeout, window, ['document.title = "timer"', 0])),
    }
  })
  run.complaints.length = 0
  expect(new Set(Object.values(outcome))).toEqual(new Set(['refused']))
})

test('nothing leaves the page: no fetch, image, style, frame, socket, beacon or form', async () => {
  await stopped(run.page, () => {
    void fetch('https://exempel.invalid/').catch(() => undefined)
    void fetch('sprangbrada://app/main.js').catch(() => undefined)
    const put = (name: string, fields: object) => document.body.append(Object.assign(document.createElement(name), fields))
    put('img', { src: 'https://exempel.invalid/x.png' })
    put('link', { rel: 'stylesheet', href: 'https://exempel.invalid/x.css' })
    put('iframe', { src: 'https://exempel.invalid/' })
    put('iframe', { src: 'sprangbrada://app/index.html' })
    navigator.sendBeacon('https://exempel.invalid/', 'x')
    try {
      new WebSocket('wss://exempel.invalid/')
    } catch {
      // Refused at once is as good.
    }
  })
  await expect.poll(() => run.page.evaluate(() => new Set(heard).size)).toBe(4)
  expect(await run.page.evaluate(() => [...new Set(heard)].sort())).toEqual(['connect-src', 'frame-src', 'img-src', 'style-src-elem'])
  await expect.poll(() => run.foreignRequests.every(request => /csp|BLOCKED/i.test(request.failure()?.errorText ?? ''))).toBe(true)
  run.foreignRequests.length = 0
  run.complaints.length = 0
})

test('the page stays where it is, however it is asked to leave, and no window opens', async () => {
  const targets = ['https://exempel.invalid/', 'file:///etc/hosts', 'sprangbrada://annan/', 'data:text/html,x', 'chrome://version/', 'sprangbrada-utskrift://fil/x']
  for (const target of targets) {
    await run.page.evaluate(url => {
      const link = Object.assign(document.createElement('a'), { href: url, textContent: 'bort' })
      document.body.append(link)
      link.click()
      link.dispatchEvent(new MouseEvent('click', { button: 1, bubbles: true }))
      link.target = '_blank'
      link.click()
      window.open(url)
      location.assign(url)
    }, target).catch(() => undefined)
    await run.page.waitForTimeout(50)
  }
  expect(run.page.url()).toBe(origin)
  expect(run.app.windows()).toHaveLength(1)
  run.complaints.length = 0
})

test('every permission is refused', async () => {
  const answers = await run.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'clipboard-write', 'midi', 'persistent-storage']
    const states = await Promise.all(names.map(name => navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state, () => 'denied')))
    return { states: [...new Set(states)], notification: await Notification.requestPermission() }
  })
  run.complaints.length = 0
  expect(answers).toEqual({ states: ['denied'], notification: 'denied' })
})

test('hostile calls are answered with a fault and change nothing', async () => {
  const codes = await run.page.evaluate(async () => {
    const bridge = sprangbrada
    const code = async (answer: Answer) => {
      const sealed = await answer
      return (typeof sealed === 'string' ? JSON.parse(sealed) as Awaited<Answer> & object : sealed).fault?.code
    }
    return Promise.all([
      code(bridge.call('__proto__', {})), code(bridge.call('intake.list', { extra: 1 })), code(bridge.call('screening.open', { id: 1, reason: 'x'.repeat(2_000_000) })),
      code(bridge.call('intake.preview', { intakeId: 1, files: ['/etc/passwd'] })), code(bridge.call('backup.create', { path: 'C:\\x' })), code(bridge.print(new Uint8Array(9))),
      code(bridge.dropFiles([new File(['x'], '/etc/passwd')])), code(bridge.call('intake.list', {})),
    ])
  })
  expect(codes).toEqual(['operation-unknown', 'input-invalid', 'input-invalid', 'token-unknown', 'token-unknown', 'input-invalid', 'file-missing', 'store-locked'])
})

test('the browser keeps nothing of the page on disk', async () => {
  await run.page.evaluate(() => {
    localStorage.setItem('kanarie', 'KANARIE-19900101')
    document.cookie = 'kanarie=KANARIE-19900101'
  })
  await run.app.close()
  const { readdir, readFile } = await import('node:fs/promises')
  const { join } = await import('node:path')
  for (const entry of await readdir(run.home, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) expect((await readFile(join(entry.parentPath, entry.name))).includes('KANARIE')).toBe(false)
  }
})
