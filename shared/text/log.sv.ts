import type { LogGroup } from '../contract/log.ts'

export const logGroupWord: Record<LogGroup, string> = {
  read: 'läsning', change: 'ändring', establish: 'fastställande', decide: 'beslut', disclose: 'utlämnande', system: 'system',
}

/** What each kind of journal entry is called in the log, without anything of a person. */
export const logWord = {
  'store.created': 'Lagret lades upp', 'store.setting': 'En inställning för lagret ändrades', 'caseworker.added': 'En handläggare lades till', 'caseworker.changed': 'Uppgifter om en handläggare ändrades',
  'caseworker.ended': 'En handläggare avslutades', 'caseworker.passphrase-set': 'En handläggare fick en lösenfras', 'passphrase.changed': 'Lösenfrasen byttes', 'recovery.renewed': 'En ny återställningskod gjordes',
  'backup.created': 'En säkerhetskopia gjordes', 'backup.restored': 'En säkerhetskopia återställdes', 'journal.verified': 'Journalen kontrollerades',
  'programme.imported': 'Ett program lästes in', 'intake.rules-adopted': 'Nya regler togs i bruk för ett intag', 'case.rejudged': 'Ärendet bedömdes om efter nya regler',
  'intake.created': 'Ett intag lades upp', 'intake.updated': 'Ett intag ändrades', 'file.opened': 'Inläsning av en fil började', 'file.taken': 'En fil lästes in', 'file.undone': 'En inläst fil ångrades',
  'file.vanished': 'Saknas i portalens senaste fil', 'lights.moved': 'Ljus ändrades av nya uppgifter', 'mapping.remembered': 'Kolumnerna i en avsändares fil sparades', 'mapping.forgotten': 'Kolumnerna i en avsändares fil glömdes',
  'request.made': 'En begäran om komplettering gjordes', 'request.reminded': 'En påminnelse om komplettering gjordes', 'request.answered': 'Svar på en begäran noterades', 'request.closed': 'En begäran om komplettering avslutades',
  'note.added': 'En anteckning skrevs', 'note.amended': 'En anteckning ändrades',
  'case.assigned': 'Ärendet tilldelades', 'case.express': 'Expresskontroll markerades eller togs bort', 'filter.saved': 'En egen lista sparades', 'filter.removed': 'En egen lista togs bort',
  'application.added': 'Ansökan lästes in', 'application.changed': 'En ändrad ansökan lästes in', 'register.read': 'Registeruppgifter lästes in', 'permit.read': 'Uppgifter från Migrationsverket lästes in',
  'fact.corrected': 'En uppgift rättades', 'fact.withdrawn': 'En rättelse togs tillbaka', 'fact.stated': 'En uppgift styrktes', 'fact.unstated': 'En uppgift styrks inte längre',
  'light.established': 'Ljuset fastställdes', 'light.overridden': 'Ljuset ändrades mot förslaget', 'light.held': 'Ljuset väntar på en andra handläggare', 'light.confirmed': 'En andra läsare bekräftade ljuset',
  'light.returned': 'En andra handläggare lämnade tillbaka ljuset', 'light.lapsed': 'Ett ändrat ljus upphörde att gälla', 'step.undone': 'Ett steg ångrades', 'decision.made': 'Beslut fattades',
  'document.received': 'En handling lästes in', 'document.marked': 'En handling märktes', 'document.removed': 'En handling togs bort',
  'issuer.added': 'En utfärdare lades till', 'issuer.changed': 'En utfärdare ändrades', 'issuer.withdrawn': 'En utfärdare återkallades', 'status-list.imported': 'En statuslista lästes in',
  'proof.accepted': 'Ett intyg godtogs', 'proof.refused': 'Ett intyg avvisades', 'proof.judged': 'Ett intyg kontrollerades på nytt', 'proof.rechecked': 'Alla intyg kontrollerades på nytt', 'proof.withdrawn': 'Ett intyg togs bort',
  'consent.withdrawn': 'Samtycke återkallades', 'consent.given': 'Samtycke lämnades',
  'person.joined': 'Två ansökningar sammanfördes', 'person.parted': 'En sammanföring ångrades', 'person.told-apart': 'Två ansökningar skildes åt', 'person.reopened': 'Ett svar om samma person togs tillbaka',
  'case.read': 'Ärendet öppnades', 'form.read': 'Blanketten öppnades eller sparades', 'document.read': 'En handling öppnades', 'letter.read': 'Ett brev öppnades eller sparades', 'lights.exported': 'Ljus exporterades till portalen',
  'log.read': 'Loggen lästes', 'log.exported': 'Loggen exporterades',
}
