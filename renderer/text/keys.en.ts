import type { KeyId, KeyPlace } from '../../shared/keys.ts'
import type { keys as swedish } from './keys.sv.ts'

export const keys: typeof swedish = {
  title: 'Keys',
  here: 'In this view',
  places: { everywhere: 'Everywhere', list: 'In a list', case: 'In a case', form: 'In a form to fill in', comparison: 'When two applications are compared', document: 'In a document or form' } satisfies Record<KeyPlace, string>,
  what: {
    search: 'Search all intakes', shortcuts: 'Show the keys', intakes: 'Go to the intakes', backup: 'Back up', lock: 'Lock', quit: 'Quit', larger: 'Larger text', smaller: 'Smaller text', normalSize: 'Normal size',
    find: 'Search among the applicants', rowUp: 'Previous row', rowDown: 'Next row', screenUp: 'One screen up', screenDown: 'One screen down', firstRow: 'First row', lastRow: 'Last row', openRow: 'Open the case', chooseRow: 'Choose the case', chooseOn: 'Choose more', chooseOnScreen: 'Choose another screen', chooseAll: 'Choose all in the selection',
    previousCase: 'Previous case', nextCase: 'Next case', closeForm: 'Close without saving', saveForm: 'Save',
    samePerson: 'Same person', otherPerson: 'Different people', skipPair: 'Skip', zoomIn: 'Larger', zoomOut: 'Smaller', fitWidth: 'Page width', turnRight: 'Turn right', turnLeft: 'Turn left', nextPage: 'Next page', previousPage: 'Previous page',
  } satisfies Record<KeyId, string>,
  or: 'or',
  names: {
    ' ': 'Space', Shift: 'Shift', ArrowUp: 'Arrow up', ArrowDown: 'Arrow down', ArrowLeft: 'Arrow left', ArrowRight: 'Arrow right', Enter: 'Enter', Escape: 'Esc',
  },
}
