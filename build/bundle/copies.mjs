import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from '../setup/places.mjs'
import { viewer } from './viewer.mjs'

/**
 * Files of packages that the program reads beside its bundles: path in out/ → path on disk. The fonts lie there under the
 * weights that the Typst templates use.
 * @returns {Record<string, string>}
 */
export function copiedFiles() {
  const require = createRequire(join(root, 'package.json'))
  const fonts = dirname(require.resolve('@expo-google-fonts/source-sans-3/package.json'))
  const typst = dirname(require.resolve('@myriaddreamin/typst-ts-web-compiler/package.json'))
  const faces = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']
  return {
    [`renderer/${viewer.beside}`]: require.resolve(viewer.whole),
    'renderer/pdf.worker.mjs': require.resolve('pdfjs-dist/legacy/build/pdf.worker.mjs'),
    // Fax and JPEG 2000 pictures, as scanners make them, without WebAssembly, which the content policy does not let run.
    ...Object.fromEntries(['jbig2', 'openjpeg'].map((coding) => [`renderer/${coding}_nowasm_fallback.js`, join(dirname(require.resolve('pdfjs-dist/package.json')), 'wasm', `${coding}_nowasm_fallback.js`)])),
    'typst_ts_web_compiler_bg.wasm': join(typst, 'pkg', 'typst_ts_web_compiler_bg.wasm'),
    'typst_ts_web_compiler.mjs': join(typst, 'pkg', 'typst_ts_web_compiler.mjs'),
    ...Object.fromEntries(faces.map((face) => [`fonts/SourceSans3_${face}.ttf`, join(fonts, face, `SourceSans3_${face}.ttf`)])),
  }
}
