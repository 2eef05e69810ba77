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
  rooms: 'Rum',
  rules: 'Regler',
  titles: {
    start: 'Lås upp', intakes: 'Intag', 'read-files': 'Läs in filer', 'read-documents': 'Läs in handlingar', list: 'Sökande', 'same-person': 'Samma person?', case: 'Ärende', decide: 'Beslut', form: 'Blankett', store: 'Lager', rules: 'Regler', issuers: 'Utfärdare', people: 'Handläggare', log: 'Logg',
  },
  crumb: { 'read-files': 'Läs in filer', 'read-documents': 'Läs in handlingar', list: 'Sökande', 'same-person': 'Samma person?', case: 'Ärende', decide: 'Besluta', form: 'Blankett', store: 'Lager', rules: 'Regler', issuers: 'Utfärdare', people: 'Handläggare', log: 'Logg' },
  shortcuts: {
    title: 'Tangenter',
    rows: [
      ['Ctrl+F', 'Sök bland de sökande'],
      ['Pil upp, pil ned', 'Flytta i listan'],
      ['Page Up, Page Down', 'Flytta en skärm i listan'],
      ['Home, End', 'Först och sist i listan'],
      ['Enter', 'Öppna ärendet'],
      ['Alt+pil vänster, Alt+pil höger', 'Föregående och nästa ärende'],
      ['+, −, 0', 'Större, mindre och sidans bredd, i en handling'],
      ['R, Skift+R', 'Vrid en handling åt höger och vänster'],
      ['Pil vänster, pil höger', 'Föregående och nästa sida i en handling'],
      ['S, O, H', 'Samma person, olika personer och hoppa över, i en jämförelse'],
      ['Esc', 'Stäng dialog eller formulär'],
    ],
  },
}
