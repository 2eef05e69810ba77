import type { Expr } from './expressions.ts'

/**
 * A copy of an expression in which every part that `change` gives something for is replaced by it. Parts keep their slots in the trace.
 * Definitions of yes and no are written out, so that the copy can be compiled by itself.
 */
export function rewritten(e: Expr, change: (e: Expr) => Expr | undefined): Expr {
  const other = change(e)
  if (other) return other
  const again = (inner: Expr) => rewritten(inner, change)
  switch (e.kind) {
    case 'list': case 'and': case 'or': return { ...e, items: e.items.map(again) }
    case 'range': return { ...e, low: again(e.low), high: again(e.high) }
    case 'compare': case 'in': case 'arithmetic': return { ...e, left: again(e.left), right: again(e.right) }
    case 'not': case 'truth': case 'known': case 'given': return { ...e, item: again(e.item) }
    case 'starts-with': return { ...e, text: again(e.text), prefix: again(e.prefix) }
    case 'if': return { ...e, test: again(e.test), then: again(e.then), otherwise: again(e.otherwise) }
    case 'quantifier': return { ...e, list: again(e.list), body: again(e.body) }
    case 'call': return { ...e, args: e.args.map(again) }
    case 'definition': return e.type === 'boolean' ? again(e.body) : { ...e, body: again(e.body) }
    case 'literal': case 'fact': case 'parameter': case 'variable': return e
  }
}
