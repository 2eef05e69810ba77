/** The PDF viewer in its package, and the file that copies.mjs makes of it beside the window's program. */
export const viewer = { module: 'pdfjs-dist/legacy/build/pdf.mjs', whole: 'pdfjs-dist/legacy/build/pdf.min.mjs', beside: 'pdf.mjs' }

/** Leaves the PDF viewer out of the window's program; it is fetched the first time a document is shown. @type {import('esbuild').Plugin} */
export const viewerBeside = {
  name: 'viewer-beside',
  setup(build) {
    build.onResolve({ filter: /^pdfjs-dist\// }, ({ path, kind }) => (path === viewer.module && kind === 'dynamic-import' ? { path: `./${viewer.beside}`, external: true } : undefined))
  },
}
