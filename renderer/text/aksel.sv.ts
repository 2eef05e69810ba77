import { sv } from 'date-fns/locale/sv'

/** Aksel's own texts in Swedish: the design system ships Norwegian and English only. */
export const akselSwedish = {
  global: {
    dateLocale: sv, showMore: 'Visa mer', showLess: 'Visa mindre', readOnly: 'Skrivskyddat', close: 'Stäng', error: 'Fel', info: 'Information',
    success: 'Klart', warning: 'Varning', announcement: 'Meddelande',
  },
  Chips: { Removable: { labelSuffix: 'ta bort' } },
  Combobox: { addOption: 'Lägg till', noMatches: 'Inga träffar', loading: 'Söker…', maxSelected: '{selected} av högst {limit} är valda.' },
  CopyButton: { title: 'Kopiera', activeText: 'Kopierat' },
  DatePicker: {
    chooseDate: 'Välj datum', chooseDates: 'Välj datum', chooseDateRange: 'Välj start- och slutdatum', chooseMonth: 'Välj månad', week: 'Vecka',
    weekNumber: 'Vecka {week}', selectWeekNumber: 'Välj vecka {week}', month: 'Månad', goToNextMonth: 'Gå till nästa månad',
    goToPreviousMonth: 'Gå till föregående månad', year: 'År', goToNextYear: 'Gå till nästa år', goToPreviousYear: 'Gå till föregående år',
    openDatePicker: 'Öppna kalendern', openMonthPicker: 'Öppna månadsväljaren', closeDatePicker: 'Stäng kalendern', closeMonthPicker: 'Stäng månadsväljaren',
  },
  ErrorSummary: { heading: 'Rätta det här innan du går vidare:' },
  FileUpload: {
    dropzone: {
      button: 'Välj fil', buttonMultiple: 'Välj filer', dragAndDrop: 'Dra och släpp filen här', dragAndDropMultiple: 'Dra och släpp filer här', drop: 'Släpp',
      or: 'eller', disabled: 'Filer kan inte väljas nu', disabledFilelimit: 'Fler filer kan inte väljas',
    },
    item: { retryButtonTitle: 'Försök igen', deleteButtonTitle: 'Ta bort filen', uploading: 'Läser…', downloading: 'Hämtar…' },
  },
  FormProgress: { step: 'Steg {activeStep} av {totalSteps}', showAllSteps: 'Visa alla steg', hideAllSteps: 'Dölj stegen' },
  FormSummary: { editAnswer: 'Ändra svar' },
  GuidePanel: { illustrationLabel: 'Illustration' },
  HelpText: { title: 'Mer information' },
  Loader: { title: 'Väntar…' },
  Pagination: { previous: 'Föregående', next: 'Nästa' },
  Process: { active: 'Aktivt' },
  ProgressBar: { progress: '{current} av {max}', progressUnknown: 'Hur långt arbetet har kommit kan inte beräknas; det väntas ta {seconds} sekunder.' },
  Search: { clear: 'Töm fältet', search: 'Sök' },
  Textarea: { maxLength: 'Textruta med plats för {maxLength} tecken.', charsTooMany: '{chars} tecken för mycket', charsLeft: '{chars} tecken kvar' },
  Timeline: {
    dateFormat: 'yyyy-MM-dd', dayFormat: 'd MMM', monthFormat: 'MMM yy', yearFormat: 'yyyy',
    Row: { noPeriods: 'Inga perioder', period: '{start} till {end}' },
    Period: { success: 'Klart', warning: 'Varning', danger: 'Fara', info: 'Information', neutral: 'Neutral', period: '{status} från {start} till {end}' },
    Pin: { pin: 'Markering: {date}' },
    Zoom: { zoom: 'Visa tidslinjen {start} till {end}', reset: 'Visa hela tidslinjen' },
  },
  Tooltip: { shortcutSeparator: 'eller' },
}
