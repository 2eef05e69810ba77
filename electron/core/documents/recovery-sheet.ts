import template from './templates/recovery.typ'
import { compile } from './typst.ts'

/** The recovery code as a sheet to print and lock away. It names no person and carries no date. */
export async function renderRecoverySheet(recoveryCode: string): Promise<Uint8Array> {
  const data = {
    title: 'Återställningskod för Språngbräda',
    intro: 'Koden öppnar lagret om lösenfrasen har glömts. Den som har koden och datorn, eller en säkerhetskopia, kan läsa alla uppgifter.',
    groups: recoveryCode.toUpperCase().replace(/[^0-9A-Z]/g, '').match(/.{1,4}/g) ?? [],
    advice: [
      'Förvara bladet inlåst och åtskilt från datorn. Spara det inte som fil och fotografera det inte.',
      'Så används koden: välj ”Jag har glömt lösenfrasen” på startsidan, skriv koden och välj en ny lösenfras. Bindestreck och små bokstäver spelar ingen roll. Bokstäverna I, L och O samt siffrorna 0 och 1 förekommer inte i koden.',
      'En ny kod kan skapas när som helst i programmet. Den gamla slutar då att gälla.',
    ],
  }
  return compile({ template, data, standard: 'a-2a', timestamp: 0 })
}
