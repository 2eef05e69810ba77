import type { DecisionForm, FrameProgramme } from '../../../../shared/documents.ts'

// Every fixed sentence of the decision form. Words in braces are filled in. Sources stand beside what comes from law;
// the texts themselves quote no more of a statute than its number, sections and content.

type ByProgramme = Record<FrameProgramme, string>

const PROGRAMMES_ORDINANCE = 'förordningen (2000:634) om arbetsmarknadspolitiska program'
const ACTIVITY_ORDINANCE = 'förordningen (2000:628) om den arbetsmarknadspolitiska verksamheten'
const JOB_ORDINANCE = 'förordningen (2007:414) om jobb- och utvecklingsgarantin'
const ETP_ORDINANCE = 'förordningen (2017:820) om etableringsinsatser för vissa nyanlända invandrare'
const UGA_ORDINANCE = 'förordningen (2007:813) om jobbgaranti för ungdomar'

export const decisionTexts = {
  title: 'Beslut om arbetspraktik',

  header: { caseNumber: 'Ärendenummer', applicationId: 'Ansökan', decisionDate: 'Beslutsdatum', page: 'Sida {page} av {pages}' },
  footer: { rules: 'Regler: {programme} {version} ({hash})', screening: 'Granskning: {screeningId}' },
  marks: { sample: 'EXEMPEL – inte ett beslut', draft: 'UTKAST – inte ett beslut', sampleDraft: 'EXEMPEL och UTKAST – inte ett beslut' },

  lead: 'Arbetsförmedlingen anvisar dig till arbetspraktik hos {organiser} från och med den {start} till och med den {end}.',
  leadProtected: 'Arbetsförmedlingen anvisar dig till arbetspraktik från och med den {start} till och med den {end}.',
  // 2000:634 § 5: an anvisning is an offer to take part.
  leadNote: 'Att du anvisas betyder att du erbjuds att delta.',

  person: { heading: 'Vem beslutet gäller', name: 'Namn', personnummer: 'Personnummer', coordination: 'Samordningsnummer', temporary: 'Tillfälligt nummer' },

  placement: {
    heading: 'Praktiken',
    programme: 'Program', period: 'Period', extent: 'Omfattning', partTime: 'Skäl för deltid', organiser: 'Anordnare', workplace: 'Arbetsplats',
    supervisor: 'Handledare', tasks: 'Arbetsuppgifter',
    periodValue: '{start} – {end}',
    fullTime: 'Heltid (100 %)', partTimeValue: 'Deltid ({percent} % av heltid)',
    organisationNumber: 'Organisationsnummer {number}',
    placeLabel: 'Anordnare och arbetsplats',
    placeProtected: 'Uppgifterna skrivs inte på blanketten eftersom du har skyddade personuppgifter. Du får dem på ett annat, säkert sätt.',
    programmeNames: {
      none: 'Arbetspraktik', JOB: 'Arbetspraktik inom jobb- och utvecklingsgarantin', ETP: 'Arbetspraktik inom etableringsprogrammet',
      UGA: 'Arbetspraktik inom jobbgarantin för ungdomar',
    } satisfies ByProgramme,
  },

  reasons: {
    heading: 'Skälen för beslutet',
    // 2000:628 § 9 third paragraph.
    assessment: 'Arbetsförmedlingen bedömer att praktiken är arbetsmarknadspolitiskt motiverad. Det betyder att den passar både dig och behoven på arbetsmarknaden i stort. De här omständigheterna har avgjort:',
    provisions: 'Beslutet grundas på {provisions} och på 9 § {activity}.',
    // Content of 2000:634 §§ 5, 7, 8, 14; 2007:414 § 6; 2017:820 § 13; 2007:813 §§ 6–7.
    provisionsBy: {
      none: `5, 7, 8 och 14 §§ ${PROGRAMMES_ORDINANCE}`,
      JOB: `6 § ${JOB_ORDINANCE}, 14 § ${PROGRAMMES_ORDINANCE}`,
      ETP: `13 § ${ETP_ORDINANCE}, 14 § ${PROGRAMMES_ORDINANCE}`,
      UGA: `6 och 7 §§ ${UGA_ORDINANCE}`,
    } satisfies ByProgramme,
    activityOrdinance: ACTIVITY_ORDINANCE,
    // 2000:634 §§ 7 a–7 d; 2007:414 §§ 4, 4 b; 2017:820 §§ 8, 10; 2007:813 §§ 4, 4 b.
    partTime: 'Bestämmelser om praktik på deltid finns i {provisions}.',
    partTimeBy: {
      none: '7 a, 7 b, 7 c och 7 d §§ förordningen (2000:634)', JOB: '4 och 4 b §§ förordningen (2007:414)', ETP: '8 och 10 §§ förordningen (2017:820)',
      UGA: '4 och 4 b §§ förordningen (2007:813)',
    } satisfies ByProgramme,
  },

  controls: {
    heading: 'Kontroller före beslutet',
    columns: ['Kontroll', 'När', 'Resultat'],
    union: 'Yttrande från {organisation}', unionProtected: 'Yttrande från facket', asked: 'Tillfrågat {date}', answered: 'Svar {date}',
    answers: {
      tillstyrker: 'Tillstyrker', 'ingen-erinran': 'Ingen erinran', avstyrker: 'Avstyrker', 'inget-svar': 'Inget svar',
    } satisfies Record<DecisionForm['union']['answer'], string>,
    employer: 'Kontroll av anordnaren', checked: '{date}',
    outcomes: {
      'utan-anmarkning': 'Utan anmärkning', 'med-anmarkning': 'Med anmärkning',
    } satisfies Record<DecisionForm['employerControl']['outcome'], string>,
    // 2000:628 §§ 9 a–9 c; the union has no duty to answer.
    explanation: 'Facket har fått tillfälle att yttra sig om hur lämplig arbetsplatsen är. Facket behöver inte svara. Arbetsförmedlingen har också kontrollerat anordnaren. Bestämmelserna finns i 9 a, 9 b och 9 c §§ förordningen (2000:628).',
  },

  conditions: {
    heading: 'Det här gäller under praktiken',
    items: [
      // R23:2.1; 2000:628 § 5 a.
      { label: 'Sök arbete', text: 'Du ska fortsätta att söka arbete och följa din handlingsplan.', only: ['none', 'JOB', 'ETP'] },
      // 2007:813 § 6 second paragraph.
      { label: 'Sök arbete', text: 'Du ska fortsätta att söka arbete och följa din handlingsplan. Jobbsökaraktiviteterna ska motsvara minst fyra timmar i veckan.', only: ['UGA'] },
      // 2000:628 § 6 a.
      { label: 'Aktivitetsrapport', text: 'Du ska lämna en aktivitetsrapport till Arbetsförmedlingen minst en gång i månaden.' },
      // 2017:819 4 kap. 2 §.
      { label: 'Om du blir sjuk', text: 'Anmäl det till Arbetsförmedlingen första sjukdagen. Om du är sjuk längre än sju dagar ska du lämna ett läkarintyg till Arbetsförmedlingen.' },
      // 2017:819 2 and 10 kap.
      { label: 'Ersättning', text: 'Du får ingen lön av anordnaren. Du ansöker själv om aktivitetsstöd eller utvecklingsersättning hos Försäkringskassan, som beslutar om ersättningen. Ansök i tid: du kan inte få ersättning för längre tid tillbaka än månaden före den månad då du ansöker.', only: ['none', 'JOB', 'UGA'] },
      { label: 'Ersättning', text: 'Du får ingen lön av anordnaren. Du ansöker själv om etableringsersättning hos Försäkringskassan, som beslutar om ersättningen. Ansök i tid: du kan inte få ersättning för längre tid tillbaka än månaden före den månad då du ansöker.', only: ['ETP'] },
      // Förordning 1998:1785; Kammarkollegiet.
      { label: 'Om du skadas', text: 'Du är försäkrad för personskada under praktiken. Kammarkollegiet handlägger ersättningen. Kontakta Arbetsförmedlingen, som fyller i en del av anmälan.' },
      // 2000:634 § 14 a.
      { label: 'Handledare och intyg', text: 'Du har en handledare på arbetsplatsen. Om du inte blir anställd ska anordnaren ge dig ett intyg om praktiken.' },
      // 2000:634 § 37.
      { label: 'Beslutet kan återkallas', text: 'Arbetsförmedlingen ska återkalla beslutet till exempel om du inte kommer den första dagen och saknar giltigt skäl, eller om du missköter dig eller stör verksamheten.', only: ['none'] },
    ] satisfies { label: string; text: string; only?: FrameProgramme[] }[],
  },

  review: {
    heading: 'Om du vill att beslutet ändras',
    // 2000:634 § 39; 2007:414 § 22; 2017:820 § 28; 2007:813 § 16. A granted placement is reviewed, not appealed.
    paragraphs: [
      'Du kan begära att Arbetsförmedlingen prövar beslutet en gång till. Det kallas omprövning. Beslutet får då inte ändras till nackdel för dig.',
      'Begäran ska vara skriftlig. Skriv vilket beslut det gäller, vilken ändring du vill ha och varför. Begäran ska ha kommit in till Arbetsförmedlingen inom tre veckor från den dag då du fick del av beslutet.',
      'Bestämmelserna finns i {provisions}.',
    ],
    provisionsBy: {
      none: `39 § ${PROGRAMMES_ORDINANCE}`, JOB: `22 § ${JOB_ORDINANCE}`, ETP: `28 § ${ETP_ORDINANCE}`, UGA: `16 § ${UGA_ORDINANCE}`,
    } satisfies ByProgramme,
  },

  officials: {
    heading: 'Vem som har beslutat',
    decisionMaker: 'Beslutsfattare', rapporteur: 'Föredragande', participants: 'Övriga som deltog',
    none: 'Ingen',
    // Förvaltningslagen § 33 fourth paragraph (2025:582).
    omitted: 'Namnen på dem som har beslutat eller deltagit är utelämnade i underrättelsen enligt 33 § fjärde stycket förvaltningslagen (2017:900). De finns i Arbetsförmedlingens handlingar om beslutet.',
  },

  record: {
    heading: 'Om blanketten',
    registered: 'Blanketten är ett komplement. Det formella beslutet är registrerat i Arbetsförmedlingens system BÄR med referensen {reference}.',
    pending: 'Blanketten är ett komplement. Det formella beslutet registreras i Arbetsförmedlingens system BÄR.',
  },

  /** What the fields are called in messages, by path without list positions. */
  fields: {
    authority: 'Myndighet', unit: 'Enhet', caseNumber: 'Ärendenummer', applicationId: 'Ansökans nummer', intakeName: 'Omgång', decisionDate: 'Beslutsdatum',
    'person.name': 'Namn', 'person.identityNumber': 'Personnummer', 'person.protected': 'Skyddade personuppgifter', frameProgramme: 'Program',
    'period.start': 'Startdatum', 'period.end': 'Slutdatum', 'extent.percent': 'Omfattning', 'extent.reasons': 'Skäl för deltid',
    'organiser.name': 'Anordnare', 'organiser.organisationNumber': 'Organisationsnummer', 'organiser.workplaceAddress': 'Arbetsplats',
    'organiser.supervisor': 'Handledare', tasks: 'Arbetsuppgifter', reasons: 'Skälen för beslutet',
    'union.organisation': 'Facklig organisation', 'union.askedOn': 'Facket tillfrågat', 'union.answer': 'Fackets svar', 'union.answeredOn': 'Fackets svarsdatum',
    'union.note': 'Anteckning om facket', 'employerControl.checkedOn': 'Kontrolldatum', 'employerControl.outcome': 'Kontrollens resultat',
    'employerControl.note': 'Anteckning om kontrollen', 'decisionMaker.name': 'Beslutsfattare', 'decisionMaker.title': 'Beslutsfattarens titel',
    'rapporteur.name': 'Föredragande', 'rapporteur.title': 'Föredragandens titel', 'participants.name': 'Övriga som deltog', 'participants.title': 'Deltagarens titel',
    barReference: 'BÄR-referens', 'ruleSet.programme': 'Regelprogram', 'ruleSet.version': 'Regelversion', 'ruleSet.hash': 'Regelversionens kontrollsumma',
    screeningId: 'Granskningens nummer',
  } satisfies Record<string, string>,

  problems: {
    missing: 'behöver fyllas i', tooLong: 'är för långt (högst {max} tecken)', shape: 'har inte rätt form',
    tellsPlace: 'nämner anordnaren, arbetsplatsen eller handledaren; det får inte stå på blanketten när personen har skyddade personuppgifter',
  },
}

export type DecisionTexts = typeof decisionTexts
