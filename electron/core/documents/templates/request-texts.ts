import type { LetterLanguage } from '../../../../shared/contract/requests.ts'

// Every fixed sentence of a letter that asks for completion, in plain Swedish and plain English. Words in braces are filled in.
// Law beside what rests on it: the authority helps first and says what happens otherwise (20 § förvaltningslagen), is answerable for the
// investigation (23 §), and uses an interpreter where that is needed (13 §).

const sv = {
  title: 'Begäran om komplettering',
  authority: 'Arbetsförmedlingen',
  header: { applicationId: 'Ansökans nummer', date: 'Datum', page: 'Sida {page} av {pages}' },
  mark: 'EXEMPEL – inte ett riktigt brev',
  heading: 'Vi behöver mer från dig om din ansökan',
  reminderHeading: 'Påminnelse: vi väntar på ditt svar',
  about: '{programme}, omgång {intake}',
  lead: 'Skicka det vi ber om så att vi har det senast {due}.',
  greeting: 'Hej {name}!',
  intro: 'Du har sökt till {programme}. Arbetsförmedlingen kan inte bedöma din ansökan klart förrän vi har fått det som står i det här brevet.',
  reminderIntro: 'Den {made} skrev vi till dig och bad dig skicka det som står här. Vi har inte fått något svar än. Har du redan svarat kan du bortse från det här brevet.',
  askHeading: { one: 'Det här behöver vi', several: 'Det här behöver vi: {count} saker' },
  why: 'Varför?',
  howHeading: 'Så här svarar du',
  how: {
    number: 'Skriv ansökans nummer, {applicationId}, på allt du skickar.',
    replyTo: 'Skicka ditt svar till: {replyTo}',
    noReplyTo: 'Svara på samma sätt som du fick det här brevet, eller kontakta Arbetsförmedlingen som du brukar.',
    copies: 'Skicka kopior eller tydliga foton. Behåll dina original.',
    protected: 'Skriv inte din adress, din e-postadress eller ditt telefonnummer i svaret.',
    late: 'Vi behöver ditt svar senast {due}. Har du inte det vi ber om, eller hinner du inte? Hör av dig innan dess och berätta vad du kan skicka och när.',
    help: 'Är något svårt att förstå, eller behöver du tolk? Hör av dig, så hjälper vi dig.',
  },
  otherwiseHeading: 'Om du inte svarar',
  otherwise: 'Om vi inte har fått ditt svar senast {due} bedömer vi din ansökan med de uppgifter vi har. Då kan det hända att du inte kan få en praktikplats genom {programme}.',
  law: 'Arbetsförmedlingen ska hjälpa dig att göra ansökan komplett och ska se till att ärendet blir utrett. Det står i 20 och 23 §§ förvaltningslagen (2017:900).',
  greetings: 'Med vänlig hälsning',
  fields: { name: 'Namn', street: 'Gatuadress', postal: 'Postadress', ask: 'Punkt {n}, vad som ska skickas', why: 'Punkt {n}, varför', replyTo: 'Svaret skickas till', caseworker: 'Handläggarens namn', programme: 'Program' },
}

export type RequestTextsOf = typeof sv

const en: RequestTextsOf = {
  title: 'Request for more information',
  authority: 'Arbetsförmedlingen',
  header: { applicationId: 'Application number', date: 'Date', page: 'Page {page} of {pages}' },
  mark: 'EXEMPEL (SAMPLE) – not a real letter',
  heading: 'We need more from you about your application',
  reminderHeading: 'Reminder: we are waiting for your answer',
  about: '{programme}, intake {intake}',
  lead: 'Send what we ask for so that we have it by {due}.',
  greeting: 'Dear {name},',
  intro: 'You have applied to {programme}. Arbetsförmedlingen, the Swedish Public Employment Service, cannot finish assessing your application until we have received what is listed in this letter.',
  reminderIntro: 'On {made} we wrote to you and asked you to send what is listed here. We have not received an answer yet. If you have already answered, you can ignore this letter.',
  askHeading: { one: 'This is what we need', several: 'This is what we need: {count} things' },
  why: 'Why?',
  howHeading: 'How to answer',
  how: {
    number: 'Write the application number, {applicationId}, on everything you send.',
    replyTo: 'Send your answer to: {replyTo}',
    noReplyTo: 'Answer in the same way as you received this letter, or contact Arbetsförmedlingen as you usually do.',
    copies: 'Send copies or clear photos. Keep your originals.',
    protected: 'Do not write your address, your e-mail address or your telephone number in the answer.',
    late: 'We need your answer by {due}. Do you not have what we ask for, or do you need more time? Contact us before then and tell us what you can send, and when.',
    help: 'Is something difficult to understand, or do you need an interpreter? Contact us and we will help you.',
  },
  otherwiseHeading: 'If you do not answer',
  otherwise: 'If we have not received your answer by {due}, we will assess your application using the information that we have. This may mean that you cannot have a placement through {programme}.',
  law: 'Arbetsförmedlingen must help you to complete your application and must make sure that the case is properly investigated. This follows from sections 20 and 23 of the Administrative Procedure Act, förvaltningslagen (2017:900).',
  greetings: 'Kind regards,',
  fields: sv.fields,
}

export const requestTexts: Record<LetterLanguage, RequestTextsOf> = { sv, en }

/** What a Swedish title is in English; others stand as they are. */
export const englishTitles: Readonly<Record<string, string>> = {
  arbetsförmedlare: 'employment officer', handläggare: 'case officer', 'specialiserad arbetsförmedlare': 'senior employment officer', enhetschef: 'head of unit',
}
