import type { KeyId, KeyPlace } from '../../shared/keys.ts'

export const keys = {
  title: 'Tangenter',
  here: 'I den här vyn',
  places: { everywhere: 'Överallt', list: 'I en lista', case: 'I ett ärende', form: 'I ett formulär', comparison: 'När två ansökningar jämförs', document: 'I en handling eller blankett' } satisfies Record<KeyPlace, string>,
  what: {
    search: 'Sök i alla intag', shortcuts: 'Visa tangenterna', intakes: 'Gå till intagen', backup: 'Säkerhetskopiera', lock: 'Lås', quit: 'Avsluta', larger: 'Större text', smaller: 'Mindre text', normalSize: 'Normal storlek',
    find: 'Sök bland de sökande', rowUp: 'Föregående rad', rowDown: 'Nästa rad', screenUp: 'En skärm uppåt', screenDown: 'En skärm nedåt', firstRow: 'Första raden', lastRow: 'Sista raden', openRow: 'Öppna ärendet', chooseRow: 'Markera ärendet', chooseOn: 'Markera fler', chooseOnScreen: 'Markera en skärm till', chooseAll: 'Markera alla i urvalet',
    previousCase: 'Föregående ärende', nextCase: 'Nästa ärende', closeForm: 'Stäng utan att spara', saveForm: 'Spara',
    samePerson: 'Samma person', otherPerson: 'Olika personer', skipPair: 'Hoppa över', zoomIn: 'Större', zoomOut: 'Mindre', fitWidth: 'Sidans bredd', turnRight: 'Vrid åt höger', turnLeft: 'Vrid åt vänster', nextPage: 'Nästa sida', previousPage: 'Föregående sida',
  } satisfies Record<KeyId, string>,
  or: 'eller',
  names: {
    ' ': 'Mellanslag', Shift: 'Skift', ArrowUp: 'Pil upp', ArrowDown: 'Pil ned', ArrowLeft: 'Pil vänster', ArrowRight: 'Pil höger', Enter: 'Enter', Escape: 'Esc',
  } as Record<string, string>,
}
