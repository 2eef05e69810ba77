import { t } from '../text/t.ts'

export type Step = 'choose' | 'arrange' | 'preview' | 'receipt'
const order: Step[] = ['choose', 'arrange', 'preview', 'receipt']

/** Where in the reading of files one is. */
export function Steps({ step }: { step: Step }) {
  const text = t.intake.guide
  const at = order.indexOf(step)
  return (
    <nav aria-label={text.steps.label}>
      <ol className="steps">
        {order.map((each, i) => (
          <li key={each} className={i === at ? 'step step-now' : i < at ? 'step step-done' : 'step'} {...(i === at ? { 'aria-current': 'step' as const } : {})}>
            <span className="step-number" aria-hidden>{i + 1}</span> {text.steps[each]}
          </li>
        ))}
      </ol>
    </nav>
  )
}
