import { parentPort, workerData } from 'node:worker_threads'
import { compileRuleSet } from '../../rules/rule-set.ts'
import type { RuleSetData } from '../../rules/values.ts'
import { assembler } from '../facts.ts'
import { freshEvaluator, type FreshOrder, type FreshTexts } from './evaluate-fresh.ts'

/** What the thread is begun with: rules cross as they are written and are compiled again there. */
export type ThreadOrder = FreshOrder & { rules: RuleSetData }

/** The evaluating thread: it works while the store is being written, holds no key and sees no store. */
const port = parentPort
if (port) {
  const { rules, ...order } = workerData as ThreadOrder
  const set = compileRuleSet(rules)
  const evaluate = freshEvaluator({ set, assemble: assembler(set) }, order)
  port.on('message', (texts: FreshTexts) => port.postMessage(evaluate(texts)))
}
