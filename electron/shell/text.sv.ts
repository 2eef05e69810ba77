/** What the shell itself says: menu, dialogs and the few messages that come before or beside the window. */
export const appName = 'Språngbräda'

export const dialogText = {
  open: {
    intake: {
      title: 'Välj filer att läsa in',
      filters: [{ name: 'Ansökningar och utdrag (CSV, Excel)', extensions: ['csv', 'txt', 'xlsx'] }, { name: 'Alla filer', extensions: ['*'] }],
    },
    backup: {
      title: 'Välj säkerhetskopia',
      filters: [{ name: 'Säkerhetskopia från Språngbräda', extensions: ['sprangbrada'] }, { name: 'Alla filer', extensions: ['*'] }],
    },
    documents: {
      title: 'Välj handlingar',
      filters: [{ name: 'Handlingar (ZIP, PDF, PNG, JPEG) och lista (CSV)', extensions: ['zip', 'pdf', 'png', 'jpg', 'jpeg', 'csv'] }, { name: 'Alla filer', extensions: ['*'] }],
    },
    'document-folder': { title: 'Välj mapp med handlingar', filters: [] },
    credential: { title: 'Välj intyg', filters: [{ name: 'Intyg (text)', extensions: ['txt', 'jwt', 'sdjwt', 'sd-jwt', 'json'] }, { name: 'Alla filer', extensions: ['*'] }] },
    issuer: { title: 'Välj fil med utfärdare eller nycklar', filters: [{ name: 'Utfärdare (JSON)', extensions: ['json', 'jwks'] }, { name: 'Alla filer', extensions: ['*'] }] },
    'status-list': { title: 'Välj statuslista', filters: [{ name: 'Statuslista (JWT)', extensions: ['jwt', 'txt'] }, { name: 'Alla filer', extensions: ['*'] }] },
    programme: {
      title: 'Välj programfil',
      filters: [{ name: 'Programfil med regler (YAML)', extensions: ['yaml', 'yml'] }, { name: 'Alla filer', extensions: ['*'] }],
    },
  },
  save: {
    lights: { title: 'Spara ljusen som fil', kind: 'CSV' },
    form: { title: 'Spara blanketten', kind: 'PDF' },
    backup: { title: 'Spara säkerhetskopian', kind: 'Säkerhetskopia från Språngbräda' },
    programme: { title: 'Spara programmet som fil', kind: 'Programfil (YAML)' },
    'what-if': { title: 'Spara vilka som byter ljus', kind: 'CSV' },
    problems: { title: 'Spara problemlistan', kind: 'CSV' },
    receipt: { title: 'Spara kvittot', kind: 'Text' },
    letters: { title: 'Spara breven i en ny mapp i', kind: 'PDF' },
    log: { title: 'Spara loggen', kind: 'CSV' },
  },
}

export const menuText = {
  file: 'Arkiv', edit: 'Redigera', view: 'Visa', case: 'Ärende', help: 'Hjälp',
  backup: 'Säkerhetskopiera …', passphrase: 'Byt lösenfras …', lock: 'Lås', quit: 'Avsluta',
  undo: 'Ångra', redo: 'Gör om', cut: 'Klipp ut', copy: 'Kopiera', paste: 'Klistra in', remove: 'Ta bort', selectAll: 'Markera allt',
  larger: 'Större text', smaller: 'Mindre text', normal: 'Normal storlek', look: 'Utseende', language: 'Språk / Language', themes: { light: 'Ljust', dark: 'Mörkt', system: 'Som systemet' }, fullScreen: 'Helskärm',
  intakes: 'Intag', find: 'Sök i listan', search: 'Sök i alla intag', shortcuts: 'Kortkommandon', about: 'Om Språngbräda', devTools: 'Utvecklarverktyg',
}

export const aboutText = (version: string) => ({
  title: 'Om Språngbräda',
  message: `Språngbräda ${version}`,
  detail: 'Intag, bedömning och beslut om arbetspraktik inom Jobbsprånget. Programmet arbetar helt utan nät; alla uppgifter ligger krypterade på den här datorn.',
  button: 'Stäng',
})

export const failureText = {
  startTitle: 'Språngbräda kan inte starta',
  homeUnwritable: 'Programmets mapp kunde inte skapas eller läsas. Kontrollera att du får skriva i din lokala profil och att disken inte är full, och starta sedan igen.',
  defectTitle: 'Språngbräda stängs',
  defect: (incident: string) => `Ett oväntat fel uppstod i programmet (felnummer ${incident}). Inget har sparats halvt. Starta om Språngbräda; uppge felnumret om du hör av dig till systemansvarig.`,
  pageTitle: 'Fönstret slutade fungera',
  pageGone: (incident: string) => `Fönstret har öppnats på nytt och lagret har låsts (felnummer ${incident}). Inget har sparats halvt. Lås upp lagret och fortsätt; uppge felnumret om det händer igen.`,
  close: 'Stäng',
}
