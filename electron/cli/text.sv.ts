/** What the command line says, in Swedish. */
export const cli = {
  usage: `Språngbräda på kommandoraden

  --language sv eller en
      Språket på meddelanden, hjälp och förklaringar. Filer till portalen har samma kolumner och ord på båda språken.

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

  proof check --store MAPP --application ID FIL … [--intake NAMN] [--reason SKÄL] [--keep] [--values]
      Kontrollerar intyg mot ett ärende, utan nät, och skriver ut utfallet som JSON, med en mening om varje fil. Inget sparas utom
      att ärendet har öppnats; med --keep läggs intygen in i ärendet, som i fönstret. --reason behövs för den som har skyddade
      personuppgifter. Utan --values skrivs inga värden ur intygen ut. Slutar med 1 om något intyg inte godtas.

  what-if --store MAPP --programme ID --version VERSION --out MAPP
      Bedömer varje intag av programmet i lagret med en annan version och skriver what-if.csv och what-if.json. Lagret ändras inte.
`,
  languageWrong: 'Efter --language ska sv eller en stå.',
  commandUnknown: (command: string) => `Kommandot ”${command}” finns inte.`,
  unknown: 'okänt',
  option: {
    unknown: (name: string) => `Väljaren ${name} finns inte.`,
    unreadable: 'Väljarna kunde inte läsas: var och en ska följas av ett värde.',
    missing: (name: string) => `Väljaren --${name} saknas.`,
    date: (name: string) => `--${name} ska vara ett datum som 2023-01-20.`,
  },
  programmeUnknown: (id: string, known: string) => `Programmet ”${id}” finns inte. De som finns: ${known}.`,
  store: {
    absent: 'Där finns inget lager. Ange mappen som lagret ligger i.',
    made: (code: string) => `Ett nytt lager har lagts upp. Återställningskod (visas bara nu): ${code}`,
    passphrase: 'Lösenfras: ',
    step: (step: string) => step,
  },
  assess: {
    object: 'Filen med uppgifter ska vara ett JSON-objekt: { "uppgiftens id": värde, … }. Skriv null för det som inte finns.',
    json: (line: string | undefined) => `Filen med uppgifter är ingen giltig JSON${line === undefined ? '' : ` (felet är vid rad ${line})`}. Kontrollera citattecken, kommatecken och klamrar.`,
  },
  demo: {
    begins: 'Kör exempelintagen 2023: ansökningar, ljus, beslut och blanketter …',
    done: (seconds: number, folder: string) => `Klart på ${String(seconds).replace('.', ',')} s. Resultaten ligger i ${folder}:\n  screening-*.csv  färg och regler per ansökan\n  blanketter       ett beslut om arbetspraktik per antaget erbjudande (PDF)\n  summary.json     siffrorna ovan`,
    heads: ['sökande', 'gröna', 'erbjudna', 'beslut'] as readonly string[],
    women: 'Kvinnor', men: 'Män', total: 'Totalt',
    sums: (orange: number, red: number, refused: number, duplicates: number, places: number) => `Orange ${orange}, röda ${red}, avvisade rader ${refused}, dubbletter ${duplicates}, platser ${places}.`,
  },
  intakeMissing: (name: string) => `Intaget ”${name}” finns inte i lagret.`,
  intakeUnknown: (name: string) => `Intaget ”${name}” är inte känt. Ange --evaluation-date, --place-start och --place-end.`,
  inspect: { none: 'Ange minst en fil.', many: 'Ange högst 20 filer.', options: 'inspect tar filer och väljarna --programme, --store och --values.' },
  plan: {
    broken: (file: string) => `${file} är ingen plan: en lista med objekt som har file och det som ska gälla för filen (kind, encoding, separator, sheet, headerRow, columns, allOfIntake).`,
    other: (file: string) => `Planen gäller filen ”${file}”, som inte läses in.`,
  },
  rules: {
    nothing: 'Efter ”rules” ska det stå check, diff eller export.',
    unknown: (what: string) => `Kommandot ”rules ${what}” finns inte; det som finns är check, diff och export.`,
    good: (versions: number, rules: number, examples: number) => `inga fel (${versions} ${versions === 1 ? 'version' : 'versioner'}, ${rules} ${rules === 1 ? 'regel' : 'regler'}, ${examples} exempel)`,
    bad: (n: number) => `${n} fel`,
    exportWhat: 'Efter ”rules export” ska programmets id stå.',
    exported: (programme: string, file: string) => `Programmet ”${programme}” är sparat i ${file}.`,
    diffWhat: 'Efter ”rules diff” ska två namn stå: PROGRAM@VERSION eller en programfil.',
    same: 'Reglerna är lika.',
    kinds: { rule: 'Regeln', parameter: 'Parametern', definition: 'Definitionen', fact: 'Uppgiften', section: 'Avsnittet' },
    changes: { changed: 'ändras', added: 'läggs till', removed: 'tas bort' },
    nothingThere: '(inget)',
  },
  proof: {
    nothing: 'Efter ”proof” ska det stå check.',
    unknown: (what: string) => `Kommandot ”proof ${what}” finns inte; det som finns är check.`,
    options: 'proof check tar filer och väljarna --store, --application, --intake, --reason, --keep och --values.',
    missing: 'Ansökan finns inte i lagret. Kontrollera --application och --intake.',
    several: (intakes: string) => `Ansökan finns i flera intag. Ange --intake med ett av dem: ${intakes}.`,
    valid: 'Intyget är äkta, gäller och avser personen i ärendet. Inget är sparat; lägg in det med --keep eller i fönstret.',
    unreadable: 'Filen kunde inte läsas.',
    line: (n: number, says: string) => `Fil ${n}: ${says}`,
  },
}
