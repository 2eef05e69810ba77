export const tour = {
  label: 'Rundtur',
  invite: 'Vill du se hur ett ärende går från ansökan till beslut? Rundturen leder dig genom de riktiga vyerna med exempeldata.',
  begin: 'Börja rundturen', notNow: 'Inte nu', next: 'Nästa steg', previous: 'Förra steget', leave: 'Lämna rundturen', end: 'Avsluta rundturen', show: 'Visa var',
  resume: 'Rundtur',
  step: (n: number, of: number) => `Steg ${n} av ${of}`,
  left: 'Rundturen är lämnad. Du fortsätter den under Hjälp.',
  done: 'Rundturen är slut. Du kan göra om den under Hjälp.',
  none: 'Det finns inget sådant ärende i exempeldata. Läs in exempeldata på nytt, eller gå vidare till nästa steg.',
  steps: {
    intakes: { title: 'Intagen', text: 'Här börjar arbetet: varje intag med hur många sökande som är gröna, orange och röda. Välj Visa sökande, eller gå till nästa steg.' },
    list: { title: 'Listan', text: 'Alla sökande i intaget. Ljusen ovanför listan visar hur många som har vilket ljus; tryck på ett ljus för att bara se dem. Pilarna flyttar i listan och Enter öppnar.' },
    red: { title: 'Ett rött ärende', text: 'Till höger om namnet står ljuset som reglerna föreslår. Det är bara ett förslag tills någon fastställer det.' },
    why: { title: 'Varför är det rött?', text: 'Checklistan visar varje fråga med sitt ljus. Den röda frågan är öppen: där står varför, vilka uppgifter det bygger på och vilken regel.' },
    answer: { title: 'Svara på en fråga', text: 'Det här ärendet är orange: något saknas eller behöver kontrolleras. Svara på frågan med ett skäl, så prövas ärendet om genast.' },
    establish: { title: 'Fastställ', text: 'Det här ärendet är grönt. Välj Fastställ, så står du för ljuset med namn och tid.' },
    decide: { title: 'Besluta', text: 'Ett fastställt grönt ljus kan leda till beslut om arbetspraktik. Fyll i platsen och kontrollerna och välj Besluta. Förhandsgranskningen visar blanketten innan du beslutar.' },
    form: { title: 'Blanketten', text: 'Beslutet är fattat och blanketten ligger fast. Skriv ut den eller spara den som fil.' },
  },
  /** What must be done before a step can be reached. */
  first: {
    list: 'Läs in ett intag först.',
    decide: 'Inget grönt ärende är fastställt än. Välj Fastställ i det här ärendet först.',
    form: 'Inget beslut är fattat än. Fyll i beslutet och välj Besluta, eller avsluta rundturen här.',
  },
}
