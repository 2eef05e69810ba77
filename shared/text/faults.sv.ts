import type { FaultCode, FaultInfo } from '../fault.ts'
import { columnName } from './words.sv.ts'

type Say = (p: Record<string, string | number>) => string

const file = (p: Record<string, string | number>) => (p['file'] ? `Filen ”${p['file']}”` : 'Filen')

const ended = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`)

/** What is wrong, where, and what to do: one sentence or two per fault. */
const sentences: Record<FaultCode, Say> = {
  'store-missing': () => 'Det finns inget lager här ännu. Lägg upp ett nytt eller återställ en säkerhetskopia.',
  'store-exists': () => 'Det finns redan ett lager här. Lås upp det i stället, eller återställ en säkerhetskopia.',
  'store-locked': () => 'Lagret är låst. Lås upp det med lösenfrasen först.',
  'store-in-use': () => 'Lagret är öppet i ett annat fönster eller program på datorn. Stäng det först.',
  'store-key-missing': () => 'Nyckelfilen som hör till lagret saknas. Lägg tillbaka filen nyckel.json i lagrets mapp, eller återställ en säkerhetskopia.',
  'store-key-damaged': () => 'Nyckelfilen som hör till lagret är skadad. Lägg tillbaka en hel kopia av nyckel.json, eller återställ en säkerhetskopia.',
  'store-damaged': () => 'Lagrets fil är skadad och öppnas inte. Inget har ändrats. Återställ den senaste säkerhetskopian.',
  'store-newer': p => `Lagret är skapat av en nyare version av Språngbräda (lagerversion ${p['found']}; den här versionen läser upp till ${p['known']}). Öppna det med den nyare versionen. Inget har ändrats.`,
  'store-place-refused': () => 'Lagret får inte ligga på en nätverksplats eller i en mapp som synkroniseras, eftersom det då kan skadas. Välj en mapp på datorns egen disk.',
  'passphrase-wrong': p => p['missing'] ? `Lösenfrasen saknas. Sätt miljövariabeln ${p['missing']} till lagrets lösenfras, eller kör kommandot i en terminal, så frågas den efter.` : 'Lösenfrasen stämmer inte. Kontrollera Caps Lock och tangentbordsspråk och försök igen.',
  'passphrase-short': p => `Lösenfrasen är för kort. Välj minst ${p['least']} tecken, gärna fyra eller fler ord.`,
  'recovery-code-wrong': () => 'Återställningskoden stämmer inte. Skriv den som den står på det utskrivna bladet; bindestreck och små bokstäver spelar ingen roll.',
  'disk-full': () => 'Disken är full. Inget har sparats halvt. Frigör utrymme och försök igen.',
  'write-failed': p => (p['file'] ? `Filen ”${p['file']}” kunde inte skrivas. Kontrollera att mappen finns, att du får skriva där och att filen inte är öppen i ett annat program.` : 'Det gick inte att skriva till disken. Kontrollera att mappen finns och att du får skriva där.'),
  'store-busy': () => 'En fil läses in just nu. Vänta tills inläsningen är klar eller avbryt den, och gör sedan ändringen.',
  'backup-unreadable': () => 'Säkerhetskopian kunde inte öppnas. Antingen stämmer inte lösenfrasen eller återställningskoden, eller så är filen skadad.',
  'backup-not-ours': p => `${file(p)} är ingen säkerhetskopia från Språngbräda. Välj en fil som slutar på .sprangbrada.`,
  'backup-target-exists': p => `${file(p)} finns redan. Välj ett annat namn så att ingen äldre säkerhetskopia skrivs över.`,
  'journal-broken': p => `Journalen håller inte ihop från post ${p['seq']}. Arbeta inte vidare i lagret; återställ den senaste säkerhetskopian och kontakta systemansvarig.`,
  'file-missing': p => `${file(p)} finns inte längre. Välj den igen.`,
  'file-unreadable': p => `${file(p)} gick inte att läsa. Kontrollera att den inte är öppen i ett annat program och att du får läsa den.`,
  'file-too-large': p => `${file(p)} är för stor (${p['megabytes']} MB; högst ${p['most']} MB tas emot). Dela upp den.`,
  'file-empty': p => `${file(p)} är tom. Be avsändaren om en ny export.`,
  'file-no-rows': p => `${file(p)} har en rubrikrad men inga rader. Be avsändaren om en ny export.`,
  'file-not-text': p => p['found'] === 'xls' ? `${file(p)} är en äldre Excelfil (.xls) eller ett annat Office-dokument, som inte kan läsas. Öppna den i Excel. Spara den som .xlsx eller CSV och försök igen.` : `${file(p)} är varken en textfil (CSV) eller en Excelfil (XLSX), trots sitt namn. Välj exporten från portalen, registret eller Migrationsverket.`,
  'file-separator': p => `I ${file(p).toLowerCase().startsWith('filen') ? file(p).replace('Filen', 'filen') : 'filen'} gick det inte att känna igen vilket tecken som skiljer kolumnerna åt. Spara om den som CSV med semikolon.`,
  'file-no-known-column': p => `${file(p)} har ingen kolumn som känns igen i rubrikraden. Kontrollera att rätt fil valts och att första raden är rubriker.`,
  'file-column-missing': p => `${file(p)} saknar kolumnen ”${p['column']}”, som behövs. Kontrollera rubrikraden eller be om en ny export.`,
  'file-duplicate-header': p => `${file(p)} har kolumnen ”${p['column']}” två gånger i rubrikraden. Ta bort den ena och försök igen.`,
  'file-unterminated-quote': p => `${file(p)} har ett citattecken som aldrig avslutas; det börjar i post ${p['record']}${p['column'] ? `, kolumn ”${p['column']}”` : ''}. Rätta posten eller be om en ny export. Inget ur filen har lästs in.`,
  'file-xlsx-locked': p => `${file(p)} är lösenordsskyddad. Spara den utan lösenord och försök igen.`,
  'file-xlsx-broken': p => `${file(p)} är ingen hel Excelfil; den kan ha klippts av när den fördes över. Hämta den igen.`,
  'file-xlsx-too-large': p => `${file(p)} packar upp till ${p['megabytes']} MB, mer än de ${p['most']} MB som tas emot. Det är inte en vanlig export; be avsändaren om en CSV-fil.`,
  'file-changed': p => `${file(p)} ändrades medan den lästes. Inget ur den har lästs in. Försök igen när den är färdigskriven.`,
  'file-reader-failed': p => `${file(p)} gick inte att läsa: läsningen tog slut på minne eller tid. Inget ur filen har lästs in. Spara om den som CSV och försök igen.`,
  'file-record-too-large': p => `Post ${p['record']} i ${file(p).replace('Filen', 'filen')} är större än vad en rad får vara. Kontrollera citattecknen i filen. Inget ur filen har lästs in.`,
  'file-register-first': p => `${file(p)} är ett utdrag, men intaget har inga ansökningar än. Läs in portalens fil först.`,
  'intake-missing': () => 'Intaget finns inte längre. Gå tillbaka till listan över intag.',
  'intake-name-taken': p => `Det finns redan ett intag med namnet ”${p['name']}”. Välj ett annat namn.`,
  'intake-dates': () => 'Datumen går inte ihop: platserna måste börja på eller efter bedömningsdagen och sluta efter att de börjat.',
  'intake-has-cases': () => 'Intagets datum ligger fast när ansökningar har lästs in, eftersom bedömningarna vilar på dem. Lägg upp ett nytt intag i stället.',
  'programme-missing': p => `Programmet ”${p['programme']}” finns inte.`,
  'programme-no-intake': p => `Programmet ”${p['programme']}” tar inte emot ansökningar. Välj ett annat program för intaget.`,
  'programme-no-version': p => `Programmet ”${p['programme']}” har inga regler som gäller ${p['date']}. Ändra bedömningsdagen.`,
  'nothing-taken-in': () => 'Ingen rad kunde läsas in.',
  'case-missing': () => 'Ärendet finns inte längre. Gå tillbaka till listan.',
  'case-protected': () => 'Personen har skyddade personuppgifter. Ange varför du behöver öppna ärendet; skälet skrivs i journalen.',
  'fact-unknown': p => `Uppgiften ”${p['fact']}” finns inte i programmet.`,
  'fact-value': p => `Värdet passar inte uppgiften ”${p['label']}”. ${p['expected']}`,
  'fact-not-editable': p => `Uppgiften ”${p['label']}” kan inte ändras i ett ärende.`,
  'reason-missing': () => 'Ange ett skäl: hur vet du det, och varför ändras uppgiften?',
  'case-changed': () => 'Ärendet har ändrats sedan du öppnade det. Det visas nu som det är; gör om din ändring om den fortfarande behövs.',
  'case-not-screened': () => 'Ärendet är inte bedömt än.',
  'case-not-green': () => 'Ett beslut om arbetspraktik kräver ett grönt ljus.',
  'case-not-established': () => 'Ljuset är inte fastställt. Fastställ det innan beslutet fattas.',
  'case-changed-since-established': () => 'Uppgifterna har ändrats sedan ljuset fastställdes. Granska ärendet och fastställ ljuset igen innan beslutet fattas.',
  'case-decided': () => 'Ärendet är redan beslutat.',
  'decision-missing': () => 'Beslutet finns inte.',
  'decision-field': p => `Fältet ”${p['field']}” ${p['what'] ?? 'behöver fyllas i'}.`,
  'decision-employer-control': () => 'Arbetsgivarkontrollen är inte utan anmärkning. Då får ingen anvisas till platsen (förordning 2000:628, 9 b §).',
  'decision-part-time-reason': () => 'Omfattningen är mindre än heltid. Då måste skälen för deltid stå i beslutet (förordning 2000:634, 7 d §).',
  'decision-union-not-asked': () => 'Facket måste ha fått tillfälle att yttra sig innan någon anvisas till platsen (förordning 2000:628, 9 a §).',
  'form-glyph': p => `Fältet ”${p['field']}” innehåller tecken som inte kan skrivas på blanketten (${p['characters']}). Skriv om det med latinska bokstäver.`,
  'form-failed': () => 'Blanketten kunde inte skapas. Inget beslut har sparats. Försök igen; kontakta systemansvarig om felet står kvar.',
  'print-failed': () => 'Utskriften gick inte att skicka. Kontrollera skrivaren och försök igen.',
  'no-printer': () => 'Ingen skrivare hittades på datorn. Anslut en skrivare och försök igen.',
  'fact-invalid': p => `Uppgiften ”${p['fact']}” ska vara ${p['wanted']}.`,
  'programme-file-broken': p => ended(`Filen är ingen programfil från Språngbräda: ${p['message']}`),
  'programme-file-altered': () => 'Filen är ändrad sedan den exporterades: innehållet stämmer inte med raden ”hash”. Är ändringen avsedd, ta bort raden och läs in filen igen; annars, hämta filen på nytt.',
  'programme-version-taken': p => `Version ${p['version']} av ”${p['programme']}” finns redan med ett annat innehåll. Ge ändringen en egen version med första dag och en rad om vad som ändras (changes) i programme.yaml.`,
  'programme-examples': p => `Programmets egna exempel stämmer inte med reglerna (${p['count']}). Det första: ${p['first']}`,
  'what-if-missing': () => 'Frågan ”Tänk om” behöver ställas igen: svaret finns inte kvar.',
  'rules-broken': p => ended(`Reglerna kunde inte läsas: ${p['message']}`),
  'input-invalid': p => `Uppgifterna kunde inte tas emot${p['field'] ? `: fältet ”${p['field']}” har ett otillåtet värde` : ''}.`,
  'operation-unknown': () => 'Programmet förstod inte begäran. Starta om Språngbräda.',
  'sender-refused': () => 'Begäran kom inte från programmets eget fönster och avvisades.',
  'token-unknown': () => 'Filvalet gäller inte längre. Välj filen igen.',
  cancelled: () => 'Avbrutet. Inget har sparats.',
  internal: p => `Ett oväntat fel uppstod i programmet (felnummer ${p['incident'] ?? '–'}). Inget har sparats halvt. Starta om Språngbräda; uppge felnumret om du hör av dig till systemansvarig.`,
}

/** The Swedish sentence of a fault: what is wrong, where, and what to do. */
export function faultSentence(fault: FaultInfo): string {
  const params = { ...fault.params }
  if (typeof params['column'] === 'string') params['column'] = columnName(params['column'])
  return sentences[fault.code](params)
}
