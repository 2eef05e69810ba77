import type { tour as swedish } from './tour.sv.ts'

export const tour: typeof swedish = {
  label: 'Tour',
  invite: 'Would you like to see how a case goes from application to decision? The tour leads you through the real views with sample data.',
  begin: 'Begin the tour', notNow: 'Not now', next: 'Next step', previous: 'Previous step', leave: 'Leave the tour', end: 'End the tour', show: 'Show where',
  resume: 'Tour',
  step: (n: number, of: number) => `Step ${n} of ${of}`,
  left: 'You have left the tour. Continue it under Help.',
  done: 'The tour is over. You can take it again under Help.',
  none: 'There is no such case in the sample data. Read the sample data anew, or go on to the next step.',
  steps: {
    intakes: { title: 'The intakes', text: 'The work begins here: each intake with how many applicants are green, orange and red. Choose Show applicants, or go to the next step.' },
    list: { title: 'The list', text: 'All applicants of the intake. The lights above the list show how many have which light; press a light to see only those. The arrows move in the list and Enter opens.' },
    red: { title: 'A red case', text: 'To the right of the name stands the light that the rules propose. It is only a proposal until someone establishes it.' },
    why: { title: 'Why is it red?', text: 'The checklist shows every question with its light. The red question is open: there it says why, on which facts and by which rule.' },
    answer: { title: 'Answer a question', text: 'This case is orange: something is missing or needs to be checked. Answer the question with a reason, and the case is assessed again at once.' },
    establish: { title: 'Establish', text: 'This case is green. Choose Establish, and you stand for the light with name and time.' },
    decide: { title: 'Decide', text: 'An established green light can lead to a decision on work placement. Fill in the place and the controls and choose Decide. The preview shows the form before you decide.' },
    form: { title: 'The form', text: 'The decision is made and the form is fixed. Print it or save it as a file.' },
  },
  /** What must be done before a step can be reached. */
  first: {
    list: 'Read an intake first.',
    decide: 'No green case is established yet. Choose Establish in this case first.',
    form: 'No decision is made yet. Fill in the decision and choose Decide, or end the tour here.',
  },
}
