import { parseArgs } from 'node:util'

/** The command line was used in a way it does not know: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** What the command line can do. */
export function usage(): string {
  return `Språngbräda på kommandoraden

  screen --programme jobbspranget --intake NAMN --applications FIL [--register FIL] [--permits FIL] --out MAPP [--store MAPP]
         [--evaluation-date ÅÅÅÅ-MM-DD --place-start ÅÅÅÅ-MM-DD --place-end ÅÅÅÅ-MM-DD]
      Bedömer ett intag och skriver screening.csv, refused.csv och summary.json i MAPP.
      Utan --store används ett krypterat lager som tas bort efteråt. Med --store läses lösenfrasen ur
      miljövariabeln SPRANGBRADA_PASSPHRASE eller frågas efter. Ett intag som programmet inte känner behöver de tre datumen.

  demo --out MAPP
      Kör hela resan på exempelintagen 2023: bedömning, beslut och blankett för varje antaget erbjudande.
`
}

/** Reads options that all take a value. Throws UsageError naming the option that is missing or unknown. */
export function readOptions<R extends string, O extends string>(args: readonly string[], required: readonly R[], optional: readonly O[]): Record<R, string> & Partial<Record<O, string>> {
  const names: string[] = [...required, ...optional]
  let values: Record<string, string | boolean | (string | boolean)[] | undefined>
  try {
    ;({ values } = parseArgs({ args: [...args], options: Object.fromEntries(names.map(n => [n, { type: 'string' as const }])), strict: true, allowPositionals: false }))
  } catch {
    const unknown = args.find(a => a.startsWith('--') && !names.includes(a.slice(2).split('=')[0] ?? ''))
    throw new UsageError(unknown ? `Väljaren ${unknown.split('=')[0]} finns inte.` : 'Väljarna kunde inte läsas: var och en ska följas av ett värde.')
  }
  const out: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) if (typeof value === 'string') out[name] = value
  for (const name of required) if (!out[name]) throw new UsageError(`Väljaren --${name} saknas.`)
  return out as Record<R, string> & Partial<Record<O, string>>
}
