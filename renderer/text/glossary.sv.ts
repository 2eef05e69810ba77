/** A word of law or trade: the word itself, what it means in plain sentences, and where it says so. */
export type Term = { word: string; says: string; law: string }

const terms = {
  placement: { word: 'arbetspraktik', says: 'Ett arbetsmarknadspolitiskt program: praktik på en arbetsplats, högst sex månader i taget. Arbetsförmedlingen anvisar en plats; praktiken är ingen anställning.', law: 'Förordning (2000:634) 5, 7 och 14 §§' },
  established: { word: 'fastställa', says: 'Reglerna föreslår ett ljus, men en handläggare står för det. När ljuset fastställs sparas vem som gjorde det, när och på vilka uppgifter. Kommer nya uppgifter som ändrar ljuset märks ärendet.', law: 'Förvaltningslagen (2017:900) 23 och 28 §§' },
  light: { word: 'ljus', says: 'Grönt: alla villkor är uppfyllda. Orange: något behöver kontrolleras för hand. Rött: ett villkor är inte uppfyllt. En röd regel ger rött ärende, annars ger en orange regel orange.', law: 'Programmets regler' },
  statute: { word: 'författning', says: 'Regeln står i lag eller förordning. Ett rött ljus på den grunden kan ingen handläggare ändra.', law: 'Regeringsformen 1 kap. 1 §; förvaltningslagen (2017:900) 5 §' },
  policy: { word: 'praxis', says: 'Regeln är programmets eget krav, inte en författning. Ett rött ljus på den grunden kan en handläggare avvika från med ett skäl som antecknas.', law: 'Programmets regler' },
  coordinationNumber: { word: 'samordningsnummer', says: 'Ett nummer för den som inte är eller har varit folkbokförd; dagen i numret är ökad med 60. Identiteten kan vara styrkt, sannolik eller osäker, och numret blir vilande efter fem kalenderår om det inte förnyas.', law: 'Lag (2022:1697) 1 kap. 1 §, 2 kap. och 3 kap. 2 §' },
  protectedPerson: { word: 'skyddade personuppgifter', says: 'Sekretessmarkering, skyddad folkbokföring eller fingerade personuppgifter. Personen visas utan namn i listor, brev och sökningar, hittas bara med hela ansökans id, och ärendet öppnas med ett skäl som loggas.', law: 'Offentlighets- och sekretesslagen (2009:400) 21 kap. 3 § och 22 kap. 1 §; folkbokföringslagen (1991:481) 16–17 b §§' },
  secrecyMark: { word: 'sekretessmarkering', says: 'En varning från Skatteverket om att uppgifter om personen kan vara sekretessbelagda. Den är inte sekretess i sig; en prövning görs varje gång en uppgift begärs ut.', law: 'Offentlighets- och sekretesslagen (2009:400) 5 kap. 5 § och 22 kap. 1 §' },
  completionRequest: { word: 'kompletteringsbegäran', says: 'Den sökande får veta vad som saknas, till när det ska komma in och vad som händer annars. Först ger myndigheten den hjälp som behövs.', law: 'Förvaltningslagen (2017:900) 6, 20 och 23 §§' },
  rapporteur: { word: 'föredragande', says: 'Den som har berett ärendet och lägger fram det för den som beslutar, utan att själv besluta. Namnet ska framgå av beslutets handling.', law: 'Förvaltningslagen (2017:900) 31 §' },
  participants: { word: 'deltagit utan att avgöra', says: 'Den som har varit med vid den slutliga handläggningen men inte beslutat. Också det ska framgå av beslutets handling.', law: 'Förvaltningslagen (2017:900) 31 §' },
  actionPlan: { word: 'handlingsplan', says: 'Vad den arbetssökande behöver för stöd, vad som planeras och vad hon eller han ska göra. Den görs inom 30 dagar från inskrivningen och förnyas minst var sjätte månad. Praktiken ska stämma med den.', law: 'Förordning (2000:628) 5 a och 6 §§' },
  frameProgramme: { word: 'ramprogram', says: 'Jobb- och utvecklingsgarantin, etableringsprogrammet eller jobbgarantin för ungdomar. Den som deltar i ett ramprogram får praktiken med stöd av dess förordning och utan åldersgränsen på 25 år; i jobbgarantin för ungdomar högst tre månader.', law: 'Förordningarna (2007:414) 6 §, (2017:820) 13 § och (2007:813) 6 §' },
  applicantCategory: { word: 'sökandekategori', says: 'En kod för vilken ställning den arbetssökande har, till exempel öppet arbetslös eller med förhinder. Bara vissa koder ger rätt att börja en praktik.', law: 'Arbetsförmedlingens krav på sökandekategori för praktik' },
  trackChange: { word: 'spårbyte', says: 'Att den som fått avslag på asyl söker arbetstillstånd i stället. Bestämmelsen om spårbyte upphörde den 1 april 2025; äldre ansökningar kan ännu vara öppna och kontrolleras för hand.', law: 'Utlänningslagen (2005:716), tidigare 5 kap. 15 a §' },
  temporaryProtection: { word: 'tillfälligt skydd', says: 'Tillstånd enligt massflyktsdirektivet, så länge EU:s råd bestämmer. Den som har tillfälligt skydd och är folkbokförd kan anvisas som andra; den som inte är folkbokförd kontrolleras för hand.', law: 'Utlänningslagen (2005:716) 21 kap. 2, 6 och 7 §§' },
  rightToWork: { word: 'rätt att arbeta', says: 'Arbetstillstånd eller undantag från kravet på det. Medborgare i Norden, den som har uppehållsrätt och den som har permanent uppehållstillstånd behöver inget arbetstillstånd.', law: 'Utlänningslagen (2005:716) 2 kap. 7 och 8 c §§' },
  override: { word: 'avvikelse', says: 'Att en handläggare fastställer ett annat ljus än det som reglerna föreslår, med ett skäl som antecknas. Ett rött ljus av författning kan aldrig ändras så.', law: 'Förvaltningslagen (2017:900) 27 och 32 §§' },
  secondReader: { word: 'andra granskare', says: 'En annan handläggare som läser en avvikelse innan den gäller. Ingen granskar sin egen avvikelse.', law: 'Programmets regler' },
  employerControl: { word: 'kontroll av arbetsgivaren', says: 'Innan en plats anvisas kontrolleras att anordnaren inte har näringsförbud, inte är i konkurs eller liknande och har gjort rätt för skatter och avgifter. Myndigheten får också avstå vid allvarliga brister. Kontrollens dag och utfall antecknas i beslutet.', law: 'Förordning (2000:628) 9 b och 9 c §§' },
  unionStatement: { word: 'yttrande från arbetstagarorganisationen', says: 'Innan praktiken beslutas får arbetstagarorganisationen tillfälle att yttra sig om arbetsplatsens lämplighet. Den behöver inte svara; ett svar vägs in. Beslutet visar när frågan ställdes och vad svaret blev.', law: 'Förordning (2000:628) 9 a §' },
  partTime: { word: 'deltid', says: 'Praktiken är på heltid. Deltid beslutas bara när den sökandes arbetsutbud är lägre eller när praktiken förenas med arbete, en annan insats eller sfi. Skälen skrivs i beslutet.', law: 'Förordning (2000:634) 7 a och 7 d §§' },
} as const satisfies Record<string, Term>

export const glossary = {
  title: 'Ordförklaringar',
  help: (word: string) => `Vad betyder ${word}?`,
  law: 'Står i',
  terms: terms as Record<keyof typeof terms, Term>,
}
