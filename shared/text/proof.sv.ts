import type { ProofOutcome } from '../contract/proof.ts'

/** The outcome of a check in a word or two, for lists and tags. */
export const proofWord: Record<ProofOutcome, string> = {
  valid: 'Giltigt', expired: 'Har gått ut', 'not-yet-valid': 'Gäller inte än', revoked: 'Återkallat', suspended: 'Tillfälligt spärrat', 'status-missing': 'Status okänd', 'status-stale': 'Status för gammal',
  'wrong-holder': 'Fel person', 'holder-missing': 'Person saknas', binding: 'Fel innehavarnyckel', 'issuer-unknown': 'Okänd utfärdare', 'issuer-type': 'Utfärdaren får inte intyga detta', 'issuer-withdrawn': 'Utfärdaren är borttagen',
  'issuer-period': 'Utanför utfärdarens tid', 'key-unknown': 'Okänd nyckel', altered: 'Ändrat', algorithm: 'Otillåten underskrift', malformed: 'Går inte att läsa', 'type-unknown': 'Okänt slag', 'nothing-proven': 'Styrker ingen uppgift',
  'value-unreadable': 'Värdet förstås inte', replayed: 'Redan använt för någon annan',
}

/** What a check found and what to do, in plain words. None of them says anything of any person. */
export const proofSentence: Record<ProofOutcome, string> = {
  valid: 'Intyget är äkta och gäller. Uppgifterna i det gäller nu före register, Migrationsverket, handlingar och ansökan.',
  expired: 'Intygets giltighetstid har gått ut. Be sökanden om ett nytt intyg.',
  'not-yet-valid': 'Intyget har inte börjat gälla. Kontrollera datorns klocka och lägg in intyget igen när det gäller.',
  revoked: 'Utfärdaren har återkallat intyget. Det styrker inget; fråga sökanden vad som har hänt och be om ett nytt intyg.',
  suspended: 'Utfärdaren har spärrat intyget tillfälligt. Vänta tills spärren är hävd, hämta en ny statuslista och kontrollera igen.',
  'status-missing': 'Det går inte att veta om intyget är återkallat: den statuslista som intyget hänvisar till är inte inläst, eller säger inget om just det här intyget. Hämta utfärdarens statuslista, läs in den under Lager, Utfärdare, och lägg in intyget igen.',
  'status-stale': 'Det går inte att veta om intyget är återkallat: den inlästa statuslistan är för gammal. Hämta en ny från utfärdaren, läs in den under Lager, Utfärdare, och kontrollera igen.',
  'wrong-holder': 'Intyget gäller inte den här personen: identitetsnumret, eller namnet och födelsedatumet, är ett annat än ärendets. Kontrollera att rätt ärende är öppet.',
  'holder-missing': 'Intyget visar inte vem det gäller. Be sökanden lämna ett intyg där identitetsnummer, eller namn och födelsedatum, är med.',
  binding: 'Innehavarens egen underskrift på intyget stämmer inte. Be sökanden lämna intyget på nytt ur sin plånbok.',
  'issuer-unknown': 'Utfärdaren finns inte bland dem som är betrodda här. Är det en myndighet eller skola som ska vara betrodd, lägg in den under Lager, Utfärdare.',
  'issuer-type': 'Utfärdaren är betrodd, men inte för intyg av det här slaget. Be om ett intyg från den som ansvarar för uppgiften.',
  'issuer-withdrawn': 'Utfärdaren är inte längre betrodd här. Be om ett intyg från en betrodd utfärdare.',
  'issuer-period': 'Intyget är utfärdat utanför den tid då utfärdaren är betrodd. Kontrollera tiden under Lager, Utfärdare.',
  'key-unknown': 'Intyget är undertecknat med en nyckel som inte är inlagd för utfärdaren. Har utfärdaren bytt nyckel, hämta de nya nycklarna, jämför fingeravtrycken per telefon och lägg in dem under Lager, Utfärdare.',
  altered: 'Underskriften stämmer inte: intyget är ändrat efter att det utfärdades, eller inte utfärdat av den det uppger. Använd det inte; be om ett nytt.',
  algorithm: 'Intyget saknar underskrift eller är undertecknat på ett sätt som inte ger någon säkerhet. Be utfärdaren om ett intyg med en godkänd underskrift.',
  malformed: 'Texten är inget intyg som går att läsa. Klistra in hela intyget, från första till sista tecknet, eller välj filen. SD-JWT VC och W3C VC som JWT tas emot.',
  'type-unknown': 'Intyg av det här slaget kan programmet inte ta till någon uppgift. De slag som tas emot står under Lager, Utfärdare.',
  'nothing-proven': 'Intyget är äkta, men visar ingen uppgift som ärendet behöver. Be sökanden dela de uppgifter som behövs.',
  'value-unreadable': 'Intyget är äkta, men ett värde i det är inte ett av dem som uppgiften kan ha. Inget har tagits in; fråga utfärdaren och fyll i uppgiften för hand om den är klarlagd.',
  replayed: 'Samma intyg ligger redan i en annan persons ärende. Ta reda på vem det gäller innan du använder det.',
}
