import { TextField } from '@navikt/ds-react/TextField'
import { BodyShort } from '@navikt/ds-react/Typography'
import { useId } from 'react'
import { t } from '../text/t.ts'
import { LEAST, strengthOf } from './strength.ts'

export type Passphrases = { first: string; again: string }
export type PassphraseErrors = { first?: string; again?: string }

/** What is wrong with two typed passphrases, if anything. */
export function checkPassphrases({ first, again }: Passphrases): PassphraseErrors {
  const { create, strength } = t.start
  if (!first) return { first: create.passphraseMissing }
  const found = strengthOf(first)
  if (found.level === 'short') return { first: `${create.passphraseHint.split('.')[0]}: ${strength.short(found.left)}.` }
  return first === again ? {} : { again: create.different }
}

/** A new passphrase typed twice, with a hint about how good it is. */
export function PassphraseFields({ label, value, errors, onChange }: { label: string; value: Passphrases; errors: PassphraseErrors; onChange: (v: Passphrases) => void }) {
  const hint = useId()
  const found = strengthOf(value.first)
  const words = t.start.strength
  return (
    <>
      <div>
        <TextField
          label={label} type="password" size="small" autoComplete="new-password" value={value.first} error={errors.first}
          description={t.start.create.passphraseHint} onChange={e => onChange({ ...value, first: e.target.value })}
        />
        {value.first ? (
          <div id={hint} className={`strength strength-${found.level}`} role="status">
            <span className="strength-bar" aria-hidden><span /></span>
            <BodyShort size="small" as="span">{found.level === 'short' ? words.short(found.left) : words[found.level]}</BodyShort>
          </div>
        ) : null}
      </div>
      <TextField
        label={t.start.create.again} type="password" size="small" autoComplete="new-password" value={value.again} error={errors.again}
        minLength={LEAST} onChange={e => onChange({ ...value, again: e.target.value })}
      />
    </>
  )
}
