import { DOCUMENT_LIMITS } from '../contract/documents.ts'
import type * as swedish from './documents.sv.ts'

export const documentKindWord: typeof swedish.documentKindWord = {
  'permit-card': 'Permit card', decision: 'Decision', 'degree-certificate': 'Degree certificate', other: 'Other',
}
export const documentTypeWord: typeof swedish.documentTypeWord = { pdf: 'PDF', png: 'Picture (PNG)', jpeg: 'Picture (JPEG)' }

export const refusalSentence: typeof swedish.refusalSentence = {
  'no-application': 'It cannot be seen whose it is. Let the file name begin with the application ID, or enclose a list (CSV) with fil, ansöknings-id and slag.',
  ambiguous: 'It may belong to more than one application. Let file name, folder and list point to the same application ID.',
  'listed-unknown': 'The list gives an application ID that is not in the intake. Correct the list.',
  'listed-missing': 'The file is in the list but not among what was chosen.',
  empty: 'The file is empty. Ask for it again.',
  'too-large': `The file is larger than ${DOCUMENT_LIMITS.fileBytes / 1e6} MB. Ask for a smaller one, for example of lower resolution.`,
  'picture-too-large': 'The picture has too many pixels to be shown. Ask for a smaller one.',
  broken: 'The file is damaged or cut off. Ask for it again.',
  locked: 'The file is encrypted in the ZIP file. Ask for it without a password.',
  'unsafe-name': 'The name of the file in the ZIP file leads out of it, which an ordinary archiving program never writes. The file has not been unpacked. Ask the sender.',
  bomb: 'The file unpacks to more than it states or can reasonably contain. It has not been unpacked. Ask the sender.',
  method: 'The file is packed in a way that cannot be read. Pack it again as an ordinary ZIP.',
  link: 'It is a link to another file. Links are not followed; put the file itself in the folder.',
  special: 'It is not an ordinary file.',
  deep: 'The folder lies too deep. Put the files higher up.',
  changed: 'The file was changed while it was being read. Try again when it is finished.',
  unreadable: 'The file could not be read. Check that it is not open in another program and that you may read it.',
  'type-heic': 'The picture is in the format HEIC, which cannot be shown. Save it as JPEG or ask for it as JPEG or PDF.',
  'type-tiff': 'The picture is in the format TIFF, which cannot be shown. Save it as PDF, PNG or JPEG.',
  'type-office': 'The file is a word processor or spreadsheet document. Save it as PDF.',
  'type-archive': 'The file is an archive inside what was chosen. Unpack it and choose the files, or choose the archive by itself.',
  'type-picture': 'The format of the picture cannot be shown. Save it as PNG or JPEG.',
  'type-text': 'The file is a text without pages. Save it as PDF.',
  'type-other': 'The content of the file is neither PDF, PNG nor JPEG, whatever its name. Ask for it as PDF.',
}

export const refusalWord: typeof swedish.refusalWord = {
  'no-application': 'Unknown application', ambiguous: 'Ambiguous', 'listed-unknown': 'Unknown ID in the list', 'listed-missing': 'Missing', empty: 'Empty', 'too-large': 'Too large', 'picture-too-large': 'Picture too large',
  broken: 'Damaged', locked: 'Encrypted', 'unsafe-name': 'Name not allowed', bomb: 'Unreasonably packed', method: 'Unknown packing', link: 'Link', special: 'Not a file', deep: 'Too deep', changed: 'Changed', unreadable: 'Unreadable',
  'type-heic': 'HEIC', 'type-tiff': 'TIFF', 'type-office': 'Office document', 'type-archive': 'Archive', 'type-picture': 'Unknown picture', 'type-text': 'Text', 'type-other': 'Unknown kind',
}

export const remarkSentence: typeof swedish.remarkSentence = {
  'pdf-locked': 'The PDF file is protected. If it cannot be opened, ask for a copy without a password.',
  'pdf-active': 'The PDF file has scripts, attachments or forms. Nothing of the kind is run or opened in the program.',
  elsewhere: 'The same file is in another case. Check whose it is.',
}
