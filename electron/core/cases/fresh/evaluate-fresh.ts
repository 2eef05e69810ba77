import type { RuleSet } from '../../rules/rule-set.ts'
import type { FactValue } from '../../rules/values.ts'
import { giveWay } from '../../store/give-way.ts'
import { bufferOver, textOf } from '../../store/texts.ts'
import { caseEvaluator, sourceReader } from '../evaluate.ts'
import type { Assembler } from '../facts.ts'
import { listColumns, type ListColumns } from '../list-columns.ts'

/** What an intake gives to all of its cases, and what the cells of their rows stand for. */
export type FreshOrder = { given: [string, FactValue][]; layouts: [number, readonly string[]][] }
/** The journal's texts of the rows that cases rest on, of each case its application, its register row and its permit, one after another; where there is none it ends where the one before does. */
export type FreshTexts = { bytes: Uint8Array; ends: Uint32Array }
/** What is written of a new case besides its numbers; what follows from its names alone is left to the writing, which has the time. */
export type FreshLine = ListColumns & { proposed: number; rules: string; protected: 0 | 1 }
export type FreshLines = { [K in keyof FreshLine]: FreshLine[K][] }

/** Makes the function that evaluates new cases from their texts alone: it needs no store. */
export function freshEvaluator(rules: { set: RuleSet; assemble: Assembler }, { given, layouts }: FreshOrder): (texts: FreshTexts) => FreshLines {
  const evaluate = caseEvaluator(rules, given)
  const known = new Map(layouts)
  const read = sourceReader(layout => known.get(layout) ?? [])
  return texts => {
    const bytes = bufferOver(texts.bytes)
    const row = (at: number) => {
      const [from, to] = [texts.ends[at - 1] ?? 0, texts.ends[at] ?? 0]
      return read(from === to ? null : textOf({ bytes, from, to }))
    }
    const lines: FreshLines = { applicationId: [], identity: [], family: [], given: [], received: [], sex: [], proposed: [], rules: [], protected: [] }
    for (let at = 0; at < texts.ends.length; at += 3) {
      giveWay()
      const application = row(at) ?? { facts: [], cells: [] }
      const found = evaluate({ application, register: row(at + 1), permit: row(at + 2), stated: null, corrections: null })
      const list = listColumns(application.facts, application.cells)
      lines.applicationId.push(list.applicationId)
      lines.identity.push(list.identity)
      lines.family.push(list.family)
      lines.given.push(list.given)
      lines.received.push(list.received)
      lines.sex.push(list.sex)
      lines.proposed.push(found.proposed)
      lines.rules.push(found.rules)
      lines.protected.push(found.protected)
    }
    return lines
  }
}
