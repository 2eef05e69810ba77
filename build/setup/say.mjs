/** A hindrance that the user can do something about: its message is the whole answer, no stack. */
export class SetupError extends Error {}

/**
 * One line to the user. Always on stderr: what a command prints on stdout belongs to the command.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Says what is being done, every fifteen seconds that it is still going on, and how long it took.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  say(`${what} …`)
  const ticking = setInterval(() => say(`  … ${what}: ${seconds()} s`), 15_000)
  try {
    const result = await work()
    say(`  klart på ${seconds()} s`)
    return result
  } finally {
    clearInterval(ticking)
  }
}

/**
 * Runs a script's main function: a hindrance is told in its own words, anything else with its stack, both end with code 1.
 * @param {() => Promise<number>} main gives the exit code
 */
export function runScript(main) {
  main().then(
    (code) => {
      process.exitCode = code
    },
    (error) => {
      say(error instanceof SetupError ? error.message : String(error?.stack ?? error))
      process.exitCode = 1
    },
  )
}
