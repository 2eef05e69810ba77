import { parseArgs } from 'node:util'
import { programmes } from '../core/batch-rules.ts'

/** The command line was used in a way it does not know: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** What was asked for could not be done, told in a sentence of the command line's own: exit code 1. */
export class Refused extends Error {
  override name = 'Refused'
}

/** Refuses a programme that does not come with the program. Throws UsageError naming those that do. */
export function requireProgramme(id: string): void {
  if (!programmes.includes(id)) throw new UsageError(`Programmet ”${id}” finns inte. De som finns: ${programmes.join(', ')}.`)
}

/** What the command line can do. */
export function usage(): string {
  return `Språngbräda på kommandoraden

  screen --programme jobbspranget --intake NAMN --applications FIL [--register FIL] [--permits FIL] --out MAPP [--store MAPP]
         [--evaluation-date ÅÅÅÅ-MM-DD --place-start ÅÅÅÅ-MM-DD --place-end ÅÅÅÅ-MM-DD] [--plan FIL.json] [--problems MAPP]
      Bedömer ett intag och skriver screening.csv, refused.csv och summary.json i MAPP.
      Utan --store används ett krypterat lager som tas bort efteråt. Med --store läses lösenfrasen ur
      miljövariabeln SPRANGBRADA_PASSPHRASE eller frågas efter. Ett intag som programmet inte känner behöver de tre datumen.
      --plan säger hur filer med andra rubriker ska läsas, så som inspect skriver det. --problems skriver de avvisade och anmärkta
      raderna i filens egna kolumner med orsaken sist, en fil per slag. De filerna är inte krypterade.

  inspect FIL … [--programme jobbspranget] [--store MAPP] [--values]
      Visar som JSON vad filer är, vad deras kolumner betyder och planen som screen kan läsa dem efter. Med --store används
      kolumner som har sparats för en avsändare. Utan --values skrivs inget ur raderna ut.

  demo --out MAPP
      Kör hela resan på exempelintagen 2023: bedömning, beslut och blankett för varje antaget erbjudande.

  assess --programme ID --on ÅÅÅÅ-MM-DD --facts FIL.json
      Bedömer uppgifter som skrivits för hand, med reglerna för en dag, och skriver ut varje ljus med sina skäl som JSON.
      FIL.json är ett objekt: uppgiftens id och dess värde, en lista, eller null för det som inte finns.

  rules check [MAPP ELLER PROGRAMFIL …]
      Kontrollerar programmen: att reglerna går att läsa, att exemplen stämmer och att varje ljus kan nås. Varje fel blir en rad.

  rules diff A B
      Visar vad som skiljer två regeluppsättningar. A och B är PROGRAM@VERSION, en programfil eller PROGRAMFIL@VERSION.

  rules export ID --out FIL
      Sparar ett program som en textfil som går att läsa, ändra och läsa in.

  documents --store MAPP --intake NAMN --from ZIP, MAPP ELLER FIL
      Läser in handlingar till ansökningarna i ett intag och skriver ut vad som hände med varje fil som JSON.

  what-if --store MAPP --programme ID --version VERSION --out MAPP
      Bedömer varje intag av programmet i lagret med en annan version och skriver what-if.csv och what-if.json. Lagret ändras inte.
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
