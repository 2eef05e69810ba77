import type { StoreProfile } from '../../shared/domain.ts'

export const frame = {
  skip: 'Hoppa till innehållet',
  store: { work: 'Arbetslager', sample: 'Exempellager' } satisfies Record<StoreProfile, string>,
  sampleBanner: 'Exempeldata – påhittade personer',
  lock: 'Lås',
  menu: 'Lager',
  menuItems: {
    passphrase: 'Byt lösenfras', 'recovery-code': 'Ny återställningskod', backup: 'Säkerhetskopiera',
    restore: 'Återställ säkerhetskopia', verify: 'Kontrollera journalen', issuers: 'Utfärdare',
    people: 'Handläggare', log: 'Logg', changeUser: 'Byt handläggare',
  },
  menuSample: { leave: 'Stäng exempeldata', remove: 'Ta bort exempeldata' },
  crumbs: 'Här är du',
  intakes: 'Intag',
  desk: 'Mitt arbete',
  rooms: 'Rum',
  rules: 'Regler',
  titles: {
    start: 'Lås upp', desk: 'Mitt arbete', intakes: 'Intag', 'read-files': 'Läs in filer', 'read-documents': 'Läs in handlingar', list: 'Sökande', overrides: 'Avvikelser', 'same-person': 'Samma person?', case: 'Ärende', decide: 'Beslut', form: 'Blankett', store: 'Lager', rules: 'Regler', issuers: 'Utfärdare', people: 'Handläggare', log: 'Logg',
  },
  crumb: { 'read-files': 'Läs in filer', 'read-documents': 'Läs in handlingar', list: 'Sökande', overrides: 'Avvikelser', 'same-person': 'Samma person?', case: 'Ärende', decide: 'Besluta', form: 'Blankett', store: 'Lager', rules: 'Regler', issuers: 'Utfärdare', people: 'Handläggare', log: 'Logg' },
  language: {
    title: (name: string) => `Byta språk till ${name}?`, body: 'Det du har skrivit men inte sparat går förlorat, eftersom fönstret läses in på nytt.',
    submit: 'Byt språk', stay: 'Fortsätt skriva',
  },
  help: 'Hjälp',
  look: 'Utseende',
  themes: { light: 'Ljust', dark: 'Mörkt', system: 'Som systemet' },
}
