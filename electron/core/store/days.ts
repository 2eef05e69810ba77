const stockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** Which day it is in Sweden at a time. */
export function swedishDay(iso: string): string {
  return stockholm.format(new Date(iso))
}
