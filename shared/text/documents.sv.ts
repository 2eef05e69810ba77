import type { DocumentKind, DocumentRefusal, DocumentRemark, DocumentType } from '../contract/documents.ts'
import { DOCUMENT_LIMITS } from '../contract/documents.ts'

export const documentKindWord: Record<DocumentKind, string> = {
  'permit-card': 'Tillståndskort', decision: 'Beslut', 'degree-certificate': 'Examensbevis', other: 'Övrigt',
}
export const documentTypeWord: Record<DocumentType, string> = { pdf: 'PDF', png: 'Bild (PNG)', jpeg: 'Bild (JPEG)' }

/** Why a file is not taken, and what to do. */
export const refusalSentence: Record<DocumentRefusal, string> = {
  'no-application': 'Det går inte att se vems den är. Låt filnamnet börja med ansöknings-id, eller bifoga en lista (CSV) med fil, ansöknings-id och slag.',
  ambiguous: 'Den kan höra till mer än en ansökan. Låt filnamn, mapp och lista peka ut samma ansöknings-id.',
  'listed-unknown': 'Listan anger ett ansöknings-id som inte finns i intaget. Rätta listan.',
  'listed-missing': 'Filen står i listan men finns inte bland det som valdes.',
  empty: 'Filen är tom. Be om den igen.',
  'too-large': `Filen är större än ${DOCUMENT_LIMITS.fileBytes / 1e6} MB. Be om en mindre, till exempel med lägre upplösning.`,
  'picture-too-large': 'Bilden har för många bildpunkter för att kunna visas. Be om en mindre.',
  broken: 'Filen är skadad eller avklippt. Be om den igen.',
  locked: 'Filen är krypterad i ZIP-filen. Be om den utan lösenord.',
  'unsafe-name': 'Filens namn i ZIP-filen leder ut ur den, vilket ett vanligt packprogram aldrig skriver. Filen har inte packats upp. Fråga avsändaren.',
  bomb: 'Filen packar upp till mer än den uppger eller rimligen kan innehålla. Den har inte packats upp. Fråga avsändaren.',
  method: 'Filen är packad på ett sätt som inte kan läsas. Packa om den som vanlig ZIP.',
  link: 'Det är en länk till en annan fil. Länkar följs inte; lägg själva filen i mappen.',
  special: 'Det är ingen vanlig fil.',
  deep: 'Mappen ligger för djupt. Lägg filerna högre upp.',
  changed: 'Filen ändrades medan den lästes. Försök igen när den är färdigskriven.',
  unreadable: 'Filen gick inte att läsa. Kontrollera att den inte är öppen i ett annat program och att du får läsa den.',
  'type-heic': 'Bilden är i formatet HEIC, som inte kan visas. Spara om den som JPEG eller be om den som JPEG eller PDF.',
  'type-tiff': 'Bilden är i formatet TIFF, som inte kan visas. Spara om den som PDF, PNG eller JPEG.',
  'type-office': 'Filen är ett ordbehandlings- eller kalkyldokument. Spara den som PDF.',
  'type-archive': 'Filen är ett arkiv inuti det som valdes. Packa upp det och välj filerna, eller välj arkivet för sig.',
  'type-picture': 'Bildens format kan inte visas. Spara om den som PNG eller JPEG.',
  'type-text': 'Filen är en text utan sidor. Spara den som PDF.',
  'type-other': 'Filens innehåll är varken PDF, PNG eller JPEG, vad den än heter. Be om den som PDF.',
}

/** The same in a word or two, for counts. */
export const refusalWord: Record<DocumentRefusal, string> = {
  'no-application': 'Okänd ansökan', ambiguous: 'Tvetydig', 'listed-unknown': 'Okänt id i listan', 'listed-missing': 'Saknas', empty: 'Tom', 'too-large': 'För stor', 'picture-too-large': 'För stor bild',
  broken: 'Skadad', locked: 'Krypterad', 'unsafe-name': 'Otillåtet namn', bomb: 'Orimligt packad', method: 'Okänd packning', link: 'Länk', special: 'Ingen fil', deep: 'För djupt', changed: 'Ändrad', unreadable: 'Oläslig',
  'type-heic': 'HEIC', 'type-tiff': 'TIFF', 'type-office': 'Office-dokument', 'type-archive': 'Arkiv', 'type-picture': 'Okänd bild', 'type-text': 'Text', 'type-other': 'Okänt slag',
}

export const remarkSentence: Record<DocumentRemark, string> = {
  'pdf-locked': 'PDF-filen är skyddad. Går den inte att öppna, be om en kopia utan lösenord.',
  'pdf-active': 'PDF-filen har skript, bilagor eller formulär. Inget sådant körs eller öppnas i programmet.',
  elsewhere: 'Samma fil finns i ett annat ärende. Kontrollera vems den är.',
}
