import type { Role } from '../../shared/domain.ts'
import { many } from './format.ts'

/** Texts of the room "Handläggare", and of the bar before the store locks by itself. */
export const people = {
  heading: 'Handläggare',
  body: 'Var och en öppnar lagret med sin egen lösenfras, och allt som läses och görs står i loggen med namn. Namnet på den som har slutat står kvar i historiken.',
  table: 'Handläggare i lagret',
  columns: { name: 'Namn', title: 'Titel', roles: 'Behörigheter', state: 'Läge', acts: 'Åtgärder' },
  you: 'du',
  state: { works: 'Arbetar här', noPassphrase: 'Har ingen lösenfras', ended: (day: string) => `Avslutad ${day}` },
  roles: { read: 'Läsa', screen: 'Granska', decide: 'Besluta', administer: 'Administrera' } satisfies Record<Role, string>,
  roleHints: {
    read: 'Se listor, ärenden, regler och handlingar. Den som har någon annan behörighet får också läsa.',
    screen: 'Svara på frågor, fastställa ljus, ta emot handlingar och intyg, anteckna samtycke.',
    decide: 'Fatta beslut om arbetspraktik.',
    administer: 'Handläggare, intag och filer, regler, utfärdare, säkerhetskopior och loggen.',
  } satisfies Record<Role, string>,
  add: 'Lägg till handläggare',
  change: 'Ändra',
  changeOf: (name: string) => `Ändra: ${name}`,
  passphrase: 'Ny lösenfras',
  passphraseOf: (name: string) => `Ny lösenfras: ${name}`,
  end: 'Avsluta',
  endOf: (name: string) => `Avsluta: ${name}`,
  form: {
    addTitle: 'Lägg till handläggare', changeTitle: (name: string) => `Ändra ${name}`, name: 'Namn', nameHint: 'Står på besluten och i journalen.', title: 'Titel', roles: 'Behörigheter',
    rolesMissing: 'Välj minst en behörighet.', nameMissing: 'Skriv handläggarens namn.', titleMissing: 'Skriv handläggarens titel.', submitAdd: 'Lägg till', submitChange: 'Spara',
    passphrase: 'Handläggarens lösenfras', passphraseBody: 'Den nya handläggaren skriver sin egen lösenfras här. Ingen annan ska känna till den.',
  },
  passphraseDialog: {
    title: (name: string) => `Ny lösenfras för ${name}`, body: (name: string) => `${name} skriver sin nya lösenfras här. Den gamla slutar att gälla.`, submit: 'Sätt lösenfrasen',
  },
  endDialog: {
    title: (name: string) => `Avsluta ${name}?`, submit: 'Avsluta handläggaren',
    body: (name: string) => `${name} kan inte längre låsa upp lagret. Namnet står kvar i historiken och på besluten. Det går inte att ångra; den som kommer tillbaka läggs till på nytt. En äldre säkerhetskopia öppnas fortfarande med den lösenfras som gällde då.`,
  },
  done: {
    added: (name: string) => `${name} är tillagd.`, changed: (name: string) => `Uppgifterna om ${name} är sparade.`, ended: (name: string) => `${name} är avslutad.`, passphrase: (name: string) => `${name} har fått en ny lösenfras.`,
  },
  sample: 'I exempellagret arbetar alla som samma påhittade handläggare. Handläggare läggs till i arbetslagret.',
  lockHeading: 'Låsning',
  lockBody: (minutes: number) => `Lagret låses när ingen har rört tangentbord eller mus på ${many(minutes, 'minut', 'minuter')}, och alltid när datorn låses eller går i vila.`,
  lockMinutes: 'Minuter till låsning (1–60)',
  lockInvalid: 'Skriv ett helt antal minuter från 1 till 60.',
  lockSubmit: 'Spara tiden',
  lockDone: (minutes: number) => `Lagret låses nu efter ${many(minutes, 'minut', 'minuter')}.`,
  idle: {
    title: 'Lagret låses snart.', body: 'Ingen har rört tangentbord eller mus. Text som du har skrivit men inte sparat går förlorad när lagret låses.', goOn: 'Fortsätt arbeta',
  },
}
