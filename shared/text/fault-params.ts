import type { FaultCode, FaultInfo } from '../fault.ts'
import { shownName, shownText } from './shown.ts'

export type FaultParams = Record<string, string | number>
export type SayFault = (p: FaultParams) => string

/** Words faults by the sentences of a language. A name of a file or a cell comes from outside: nothing in it may hide or turn the sentence. */
export function sayer(sentences: Record<FaultCode, SayFault>): (fault: FaultInfo) => string {
  return ({ code, params }) => sentences[code](Object.fromEntries(Object.entries(params).map(([key, value]) => [key, typeof value !== 'string' ? value : key === 'file' ? shownName(value) : shownText(value)])))
}
