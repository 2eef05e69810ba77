import { Fault } from '../../../shared/fault.ts'
import { faultSentence } from '../../../shared/text/faults.sv.ts'
import { evaluateGiven, lightOfRule, rulesFor } from './assess.ts'
import type { Example, Programme } from './load.ts'
import { readDocument } from './yaml.ts'

const word = { green: 'grön', orange: 'orange', red: 'röd', 'not-applicable': 'ej aktuell' } as const
export type ExampleResult = { example: Example; version: string; problems: string[] }

/** What an example says, beside what the rules say. */
export function runExample(programme: Programme, example: Example): ExampleResult {
  const given = { ...programme.examples.usual, ...example.given }
  try {
    const set = rulesFor(programme, example.on, given)
    const { outcome } = evaluateGiven(set, example.on, given, example.unknown)
    const problems = Object.entries(example.expect).flatMap(([id, wanted]) => {
      const index = set.rules.findIndex(r => r.def.id === id)
      if (index < 0) return [`regeln ${id} finns inte i version ${set.data.version}`]
      const light = lightOfRule(outcome, index)
      return light === wanted ? [] : [`${id} blir ${word[light]}, inte ${word[wanted]}`]
    })
    if (example.light !== undefined && example.light !== outcome.light) problems.push(`hela ärendet blir ${word[outcome.light]}, inte ${word[example.light]}`)
    return { example, version: set.data.version, problems }
  } catch (error) {
    if (error instanceof Fault) return { example, version: '', problems: [faultSentence(error.info)] }
    throw error
  }
}

/** Every example that does not come out as it says, with file and line; none when all do. */
export function exampleProblems(programme: Programme): string[] {
  const text = programme.files['examples.yaml']
  if (text === undefined) return [`${programme.id}: exempel saknas (examples.yaml)`]
  const read = readDocument('examples', 'examples.yaml', text)
  return programme.examples.list.flatMap((example, i) => runExample(programme, example).problems.map(p => `examples.yaml, rad ${read.line(['examples', i])}: ”${example.says}” – ${p}`))
}
