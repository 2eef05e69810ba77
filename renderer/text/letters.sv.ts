import type { LetterLanguage, RequestOutcome, RequestState } from '../../shared/contract/requests.ts'
import type { EventGroup } from '../../shared/contract/timeline.ts'
import type { RuleLight } from '../../shared/domain.ts'
import { lightWord } from '../../shared/text/words.sv.ts'
import { count, many } from './format.ts'

export const letters = {
  panel: 'Komplettering',
  language: { sv: 'Svenska', en: 'Engelska' } satisfies Record<LetterLanguage, string>,
  state: { open: 'Väntar på svar', reminded: 'Påmind, väntar på svar', answered: 'Svar har kommit', closed: 'Avslutad' } satisfies Record<RequestState, string>,
  outcome: { complete: 'Allt som begärdes har kommit', partly: 'En del av det som begärdes har kommit', none: 'Inget av det som begärdes har kommit' } satisfies Record<RequestOutcome, string>,

  needs: 'Att begära komplettering och ta hand om svar',
  start: 'Ny begäran om komplettering',
  none: 'Ingen komplettering är begärd i ärendet.',
  decided: 'Ärendet är beslutat. Då kan ingen komplettering begäras.',
  list: 'Begärda kompletteringar',

  write: {
    heading: 'Vad behöver den sökande skicka?',
    intro: 'Förslagen kommer ur de frågor som inte är gröna. Välj vad brevet ska be om, och ändra texten om det behövs.',
    noItems: 'Ingen fråga i ärendet är sådan att den sökande kan skicka något. Skriv en egen punkt om något ändå behövs.',
    about: (id: string, light: RuleLight) => `${id} ${lightWord[light].toLowerCase()}`,
    missing: (labels: string) => `Saknas: ${labels}`,
    toGreen: (sentences: string) => `Blir grönt om: ${sentences}`,
    ask: (n: number) => `Punkt ${count(n)}: vad som ska skickas`,
    why: (n: number) => `Punkt ${count(n)}: varför`,
    own: 'Lägg till en egen punkt',
    removeOwn: (n: number) => `Ta bort punkt ${count(n)}`,
    ownItem: 'Egen punkt',
    others: 'Frågor som inte är gröna och som brevet inte tar upp',
    noText: 'Programmet har ingen färdig text för frågan. Skriv en egen punkt.',
    language: 'Brevets språk',
    due: 'Svar senast',
    dueHint: 'En vardag. Förslaget är två veckor.',
    replyTo: 'Svaret skickas till',
    replyToHint: 'Myndighetens adress eller e-post. Lämnas det tomt ombeds den sökande att svara på samma sätt som brevet kom.',
    preview: 'Visa brevet',
    make: 'Gör brevet',
    noChoice: 'Välj minst en punkt.',
    askMissing: 'Skriv vad som ska skickas.',
    tooLong: (most: number) => `Högst ${count(most)} tecken.`,
    dueMissing: 'Skriv ett datum som åååå-mm-dd.',
    asStored: 'Så här blir brevet. Det sparas i ärendet när du gör det; skriv sedan ut det eller klistra in texten där du skickar det.',
    changed: 'Du har ändrat något sedan brevet visades. Visa det igen för att se hur det blir.',
    made: 'Brevet är gjort och sparat i ärendet.',
    languageChanged: (n: number) => `Texterna är bytta till det andra språket. ${many(n, 'egen text', 'egna texter')} står kvar som du skrev.`,
  },

  item: {
    heading: (madeOn: string) => `Begäran ${madeOn}`,
    by: (at: string, by: string) => `Gjord ${at} av ${by}`,
    due: (day: string) => `Svar senast ${day}`,
    overdue: 'Dagen har passerat',
    asked: (n: number) => `Brevet ber om ${many(n, 'sak', 'saker')}`,
    reminded: (day: string) => `Påminnelse gjord, svar senast ${day}`,
    answered: (day: string, what: string) => `Svar kom in ${day}: ${what}`,
    closed: (outcome: RequestOutcome, note: string) => [`Avslutad. ${letters.outcome[outcome]}.`, note].filter(Boolean).join(' '),
    event: (at: string, by: string) => `${at}, ${by}`,
    show: 'Visa brevet', showReminder: 'Visa påminnelsen', hide: 'Dölj brevet',
    remind: 'Påminn', answer: 'Svar har kommit', close: 'Avsluta',
  },
  remind: { submit: 'Gör påminnelsen', done: 'Påminnelsen är gjord och sparad i ärendet.' },
  answer: {
    arrivedOn: 'Kom in den', arrivedHint: 'Den dag svaret nådde myndigheten (22 § förvaltningslagen).', what: 'Vad som kom', whatHint: 'Till exempel ”kopia av tillståndskortet, via e-post”.',
    whatMissing: 'Skriv vad som kom.', submit: 'Spara svaret', done: 'Svaret är sparat. Titta på det och avsluta sedan begäran.',
  },
  close: { outcome: 'Hur gick det?', note: 'Anteckning', submit: 'Avsluta begäran', done: 'Begäran är avslutad.' },

  letter: {
    label: 'Brevet som sidor', loading: 'Visar brevet…', failed: 'Brevet kunde inte visas på skärmen. Det kan fortfarande skrivas ut och sparas.', locked: 'Brevet kunde inte visas.',
    print: 'Skriv ut', save: 'Spara som PDF', copy: 'Kopiera texten', copied: 'Texten är kopierad.', notCopied: 'Texten kunde inte kopieras. Markera den i rutan och kopiera den därifrån.',
    textLabel: 'Brevets text',
    printed: 'Brevet är skickat till skrivaren.', saved: (name: string) => `Brevet är sparat som ”${name}”.`,
    fileName: (applicationId: string) => `komplettering ${applicationId}.pdf`,
    protectedTitle: 'Personen har skyddade personuppgifter', protectedBody: 'Brevet har varken adress, e-post eller telefonnummer. Pröva hur det kan nå personen utan att röja var personen finns, till exempel genom Skatteverkets förmedling. Att brevet har tagits ut skrivs i journalen.',
    protectedPrint: 'Skriv ut brevet', protectedSave: 'Spara brevet', protectedCopy: 'Kopiera texten',
  },

  notes: {
    panel: 'Anteckningar', needs: 'Att anteckna',
    intro: 'Anteckna uppgifter som har kommit in på annat sätt än i en handling, till exempel i ett samtal. Ditt namn och tiden skrivs av programmet. En anteckning kan varken ändras eller tas bort.',
    label: 'Ny anteckning', save: 'Spara anteckningen', missing: 'Skriv vad som ska antecknas.', saved: 'Anteckningen är sparad.',
    list: 'Anteckningar i ärendet', empty: 'Inga anteckningar i ärendet.',
    add: 'Lägg till', addFor: (at: string) => `Lägg till under anteckningen ${at}`, addLabel: 'Tillägg', addSave: 'Spara tillägget', added: 'Tillägget är sparat.',
    by: (at: string, by: string) => `${at}, ${by}`, addition: (at: string, by: string) => `Tillägg ${at}, ${by}`,
  },

  timeline: {
    panel: 'Tidslinje',
    show: 'Visa', order: 'Ordning', newest: 'Nyast först', oldest: 'Äldst först',
    groups: {
      application: 'Ansökan', facts: 'Uppgifter', documents: 'Handlingar', letters: 'Brev', assessments: 'Bedömningar', overrides: 'Avvikelser och andra handläggare', decisions: 'Beslut', notes: 'Anteckningar', reads: 'Läsningar',
    } satisfies Record<EventGroup, string>,
    empty: 'Inget har hänt än.', noneChosen: 'Inget av det valda har hänt.',
    more: 'Visa fler', moreShown: (n: number) => `${many(n, 'händelse', 'händelser')} till visas.`,
    list: 'Händelser',
    opens: { letter: 'Visa brevet', document: 'Visa handlingen', form: 'Visa blanketten' },
    other: (applicationId: string, intake: string) => `Ansökan ${applicationId}, ${intake}`,
    openOther: (applicationId: string) => `Öppna ${applicationId}`,
    cases: (n: number) => `Personen har ${many(n, 'ansökan', 'ansökningar')}. Händelserna i alla visas tillsammans.`,
    hidden: (applicationId: string, intake: string) => `I ansökan ${applicationId} (${intake}) har personen skyddade personuppgifter. Öppna den för sig för att se vad som har hänt där.`,
  },
}
