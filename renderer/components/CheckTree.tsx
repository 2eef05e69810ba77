import { CheckmarkIcon, QuestionmarkIcon, XMarkIcon } from '@navikt/aksel-icons'
import type { Check, Met } from '../../shared/contract/rules.ts'
import type { Language } from '../../shared/domain.ts'
import { t } from '../text/t.ts'

const icons = { yes: CheckmarkIcon, no: XMarkIcon, unknown: QuestionmarkIcon }

function MetMark({ met }: { met: Met }) {
  const Icon = icons[met]
  return <span className={`met met-${met}`}><Icon aria-hidden /> {t.checks[met]}</span>
}

/** What green asks for, part by part, each with how things stand; parts of which one is enough are told so. */
export function CheckTree({ check, language }: { check: Check; language: Language }) {
  if (!('parts' in check)) {
    return (
      <div className="check">
        <MetMark met={check.met} />
        <p className="plain" lang={language}>{check.need}</p>
        {check.is ? <p className="plain subtle small">{t.checks.now(check.is)}</p> : null}
      </div>
    )
  }
  return (
    <div className="check-group">
      <p className="label">{[check.label ? `${t.checks.label(check.label)}:` : '', t.checks.join[check.join]].filter(Boolean).join(' ')} <MetMark met={check.met} /></p>
      <ul>{check.parts.map((part, i) => <li key={i}><CheckTree check={part} language={language} /></li>)}</ul>
    </div>
  )
}
