import { ZOOM } from '../../shared/contract/settings.ts'

const steps = [ZOOM.least, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, ZOOM.most]

/** The next size of text up and down, in percent; the ends stay where they are. */
export const zoomSteps = {
  in: (percent: number) => steps.find(step => step > percent) ?? ZOOM.most,
  out: (percent: number) => steps.findLast(step => step < percent) ?? ZOOM.least,
}
