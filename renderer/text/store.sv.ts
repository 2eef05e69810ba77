import { many, megabytes } from './format.ts'

/** Texts of the pages under the menu "Lager". */
export const store = {
  passphrase: {
    heading: 'Byt lösenfras', current: 'Nuvarande lösenfras', currentMissing: 'Skriv den lösenfras som gäller nu.', next: 'Ny lösenfras',
    submit: 'Byt lösenfras', done: 'Lösenfrasen är bytt. Återställningskoden gäller fortfarande.',
  },
  recoveryCode: {
    heading: 'Ny återställningskod',
    body: 'Den gamla koden slutar att gälla när den nya har gjorts. Gör en ny kod om bladet har kommit bort.',
    submit: 'Gör en ny kod', done: 'Den nya återställningskoden gäller nu. Förstör det gamla bladet.',
  },
  backup: {
    heading: 'Säkerhetskopiera',
    body: 'Säkerhetskopian är krypterad och öppnas med den lösenfras eller återställningskod som gäller i dag. Lägg den på en annan plats än datorn.',
    submit: 'Välj plats och säkerhetskopiera', making: 'Säkerhetskopian görs och kontrolleras',
    done: (name: string, cases: number, bytes: number) => `Säkerhetskopian ${name} är gjord och kontrollerad: ${many(cases, 'ärende', 'ärenden')}, ${megabytes(bytes)}.`,
    suggested: (day: string) => `sakerhetskopia-${day}.sprangbrada`,
  },
  verify: {
    heading: 'Kontrollera journalen',
    body: 'Kontrollen räknar om kedjan av journalposter och jämför den med det som är lagrat. Inget ändras. Du kan fortsätta arbeta när den är klar.',
    submit: 'Kontrollera nu', checking: 'Journalen kontrolleras',
    done: (entries: number, cases: number) => `Journalen håller ihop: ${many(entries, 'post', 'poster')} och ${many(cases, 'ärende', 'ärenden')} stämmer.`,
  },
  removeSample: {
    heading: 'Ta bort exempellagret?', body: 'De påhittade personerna och allt du har gjort med dem raderas från datorn. Arbetslagret påverkas inte. Exempeldata kan läggas upp på nytt när du vill.',
    submit: 'Ta bort exempellagret', done: 'Exempellagret är borttaget.',
  },
  sampleOnly: 'Exempellagret har varken lösenfras, kod eller säkerhetskopia. Öppna ditt arbetslager för att använda den här sidan.',
}
