/**
 * The source of the thread that holds the WASM compiler, as text: it must start from the bundle, from the source tree and inside Electron
 * without a file of its own. It gets the package's glue code, the compiled module and the fonts, and answers one job at a time.
 * A snapshot's compile() tells warnings too; its get_artifact() alone does not.
 */
export const WORKER_SOURCE = `
'use strict'
const { parentPort, workerData } = require('node:worker_threads')
const PAGED = 0, PDF = 1, FULL = 3
const start = (async () => {
  const glue = await import('data:text/javascript;base64,' + Buffer.from(workerData.glue).toString('base64'))
  glue.initSync({ module: workerData.module })
  const builder = new glue.TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of workerData.fonts) await builder.add_raw_font(font)
  return builder.build()
})()
let known
const messages = report => (report && report.diagnostics || []).map(entry => entry.message)
function set(compiler, { template, inputs }) {
  if (known !== template) {
    compiler.add_source('/main.typ', template)
    known = template
  }
  const world = compiler.snapshot('/', '/main.typ', Object.entries(inputs))
  try {
    const problems = messages(world.compile(PAGED, FULL))
    if (problems.length > 0) return { problems }
    const artifact = world.get_artifact(PDF, FULL)
    return artifact.result ? { pdf: artifact.result } : { problems: messages(artifact) }
  } finally {
    world.free()
  }
}
parentPort.on('message', async job => {
  let answer
  try {
    answer = set(await start, job)
  } catch (error) {
    answer = { problems: [typeof error === 'string' ? error : 'kompilatorn kraschade'] }
  }
  parentPort.postMessage(answer)
})
`
