import { CheckmarkCircleIcon, HourglassIcon } from '@navikt/aksel-icons'
import type { SectionProgress } from '../../shared/contract/judging.ts'
import type { CaseView } from '../../shared/contract/views.ts'
import { moment } from '../text/format.ts'
import { t } from '../text/t.ts'

/** How far each part of the checklist has come, on two short rows; opened it tells what is missing and who has said what. */
export function ProgressRow({ view }: { view: CaseView }) {
  const text = t.judging.progress
  const title = (id: string) => view.sections.find(section => section.id === id)?.title ?? id
  const parts = view.progress.filter(part => part.rules > 0)
  return (
    <ul className="progress-row" aria-label={text.label} data-testid="progress">
      {parts.map(part => {
        const left = part.rules - part.answered
        return (
          <li key={part.section}>
            <details className="progress-part">
              <summary title={`${title(part.section)}: ${left === 0 ? text.done : text.left(left)}`}>
                {left === 0 ? <CheckmarkCircleIcon aria-hidden /> : <HourglassIcon aria-hidden />}
                <span className="ellipsis">{title(part.section)}</span>
                <span className="digits" aria-hidden>{text.part(part.answered, part.rules)}</span>
                <span className="aksel-sr-only">{text.part(part.answered, part.rules)}, {left === 0 ? text.done : text.left(left)}</span>
              </summary>
              <p className="plain small">{detail(part)}</p>
            </details>
          </li>
        )
      })}
    </ul>
  )
}

function detail(part: SectionProgress): string {
  const text = t.judging.progress
  return [
    text.answered(part.answered, part.rules), text.greens(part.green), text.automatic(part.automatic),
    part.manual.asked > 0 ? text.manual(part.manual.answered, part.manual.asked) : '',
    part.byHand.length > 0 ? text.byHand(part.byHand.map(said => text.said(said.label, said.by, moment(said.at))).join(', ')) : '',
    part.unknown.length > 0 ? text.unknown(part.unknown.map(fact => fact.label).join(', ')) : '',
  ].filter(Boolean).join(' ')
}
