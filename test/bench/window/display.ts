import { spawn } from 'node:child_process'

/** Runs work with a screen to open windows on. Where Linux has none, one in memory is made for as long as the work lasts. */
export async function withDisplay<T>(work: () => Promise<T>): Promise<T> {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return work()
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const stop = () => void screen.kill()
  process.once('exit', stop)
  try {
    const number = await new Promise<string>((resolve, reject) => {
      screen.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8').trim()))
      screen.once('error', () => reject(new Error('Xvfb finns inte. Kör: apt-get install xvfb')))
    })
    process.env['DISPLAY'] = `:${number}`
    return await work()
  } finally {
    delete process.env['DISPLAY']
    stop()
    process.off('exit', stop)
  }
}
