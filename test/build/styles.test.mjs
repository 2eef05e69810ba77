import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { writeOutputs } from '../../build/bundle.mjs'
import { drawFirstScreen } from '../../build/bundle/first-screen.mjs'
import { checkPage, finishPage } from '../../build/bundle/page.mjs'
import { localStyles, remoteReference, withoutRemoteFonts } from '../../build/bundle/styles.mjs'
import { outFolder } from '../../build/setup/places.mjs'
import { emptyFolder } from './place.mjs'

const remoteFont = "@font-face{font-family:'A';src:url('https://cdn.example/a.woff2') format('woff2')}"
const localFont = "@font-face{font-family:'B';src:url(./b.woff2)}"

test('remote fonts are taken out and local ones stay', () => {
  expect(withoutRemoteFonts(`a{color:red}${remoteFont}${localFont}b{top:0}`)).toBe(`a{color:red}${localFont}b{top:0}`)
  expect(withoutRemoteFonts('@font-face { src: url( "//cdn.example/a.woff2" ) }')).toBe('')
})

test.each([
  'a{background:url(https://example.org/x.png)}',
  'a{background:URL( "http://example.org/x.png")}',
  "a{background:url('//example.org/x.png')}",
  '@import "https://example.org/x.css";',
  '@import"https://example.org/x.css";',
  '@import url(//example.org/x.css);',
  'a{background:image-set("https://example.org/x.png" 1x)}',
])('is found as an address on a server: %s', (css) => {
  expect(remoteReference(`b{top:0}${css}`)).toBeDefined()
})

test.each([
  'a{background:url(./x.png)}',
  `a{background:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E")}`,
  '@import "./x.css";',
  '/* https://example.org */ a{top:0}',
])('is no address on a server: %s', (css) => {
  expect(remoteReference(css)).toBeUndefined()
})

/** @param {string} css */
async function bundled(css) {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'main.css'), css)
  return build({ entryPoints: [join(folder, 'main.css')], outdir: join(outFolder, 'renderer'), bundle: true, write: false, minify: true, plugins: [localStyles] })
}

test('a bundle with an address left on a server is refused before anything is written', async () => {
  const { outputFiles } = await bundled(`a{background:url(https://example.org/x.png)}`)
  await expect(writeOutputs(outputFiles)).rejects.toThrow(/hänvisar till en server.*example\.org/)
  const imported = await bundled('@import "https://example.org/x.css";')
  await expect(writeOutputs(imported.outputFiles)).rejects.toThrow(/hänvisar till en server/)
})

test('the bundler drops remote fonts', async () => {
  const { outputFiles } = await bundled(`${remoteFont} a { color: red }`)
  expect(outputFiles.map(({ text }) => text.trim())).toEqual(['a{color:red}'])
})

const page = '<!doctype html><html><head><script type="module" src="./boot.ts"></script></head><body></body></html>'

test('the page may only hold what the content policy lets through', () => {
  expect(checkPage(page)).toBeUndefined()
  expect(checkPage(page.replace('./boot.ts', './other.ts'))).toMatch(/boot\.ts/)
  expect(checkPage(page.replace('</body>', '<script>start()</script></body>'))).toMatch(/skript i själva sidan/)
  expect(checkPage(page.replace('<body>', '<body onload="start()">'))).toMatch(/händelseattribut/)
  expect(checkPage(page.replace('</head>', '<link rel="stylesheet" href="https://cdn.example/x.css"></head>'))).toMatch(/server/)
})

test('the page names the script and the style sheet of the bundle', () => {
  expect(finishPage(page)).toContain('<script type="module" src="./boot.js"></script>  <link rel="stylesheet" href="./main.css">')
})

test('the first screen is drawn in both languages, with nothing that the content policy stops', async () => {
  const drawn = await drawFirstScreen()
  expect(drawn.sv.alone).toContain('Lås upp arbetslagret')
  expect(drawn.en.alone).toContain('Unlock the work store')
  for (const { alone, sample } of Object.values(drawn)) {
    expect(alone.match(/<input/g)).toHaveLength(1)
    expect(alone).toMatch(/<input[^>]* autofocus=/)
    expect(`${alone}${sample}`).not.toMatch(/<(?:script|style|iframe|link)|\s(?:style|on[a-z]+|action)=/)
    expect(sample.match(/<button/g)?.length).toBe((alone.match(/<button/g)?.length ?? 0) + 1)
  }
}, 60_000)
