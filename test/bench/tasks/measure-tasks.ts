import { join } from 'node:path'
import { call, newCore, PASSPHRASE, takeIntake, writeFiles } from '../sample.ts'
import { inTempFolder } from '../places.ts'
import type { Line, Measured } from '../report.ts'
import { withDisplay } from '../window/display.ts'
import { launch } from '../window/launch.ts'
import { TASKS } from './everyday.ts'
import { type Effort, handAt, total } from './hand.ts'

const CASES = 400
const words = ({ keys, texts, clicks }: Effort) => [keys ? `${keys} tangenter` : '', texts ? `${texts} text` : '', clicks ? `${clicks} klick` : ''].filter(Boolean).join(', ')

/** Counts keys, texts and clicks of everyday tasks in the real window, each done to its end. */
export async function measureTasks(): Promise<Measured> {
  return withDisplay(() => inTempFolder(async folder => {
    const home = join(folder, 'hem')
    const core = await newCore(join(home, 'lager'))
    try {
      await takeIntake(core, '2024-1', writeFiles(folder, '2024-1', CASES))
      // A second reader is there, so that an override is done when it has been sent on.
      await call(core, 'people.add', { name: 'Exempel Läsarsson', title: 'Arbetsförmedlare', roles: ['read', 'screen'], passphrase: 'den andra läsarens lösenfras' })
    } finally {
      core.close()
    }
    const { app, page } = await launch(home)
    const lines: Line[] = []
    const figures: Record<string, Effort> = {}
    try {
      const first = handAt(page)
      await first.write(PASSPHRASE)
      await first.press('Enter')
      await page.locator('main h1').waitFor()
      await page.locator('.frame-lock').waitFor()
      note('Lås upp och kom till arbetet', first.effort, 2)
      await page.getByRole('link', { name: 'Intag' }).or(page.getByRole('button', { name: 'Intag', exact: true })).first().click()
      await page.getByRole('button', { name: 'Visa sökande' }).first().click()
      for (const task of TASKS) {
        await task.begin(page)
        const hand = handAt(page)
        await task.run(hand, page)
        note(task.what, hand.effort, task.target)
      }
    } finally {
      await app.close()
    }
    return { title: 'Tangenter och klick för vardagens uppgifter', lines, notes: ['En text som skrivs räknas som ett steg, hur lång den än är. Varje uppgift görs till slut i det verkliga fönstret.'], figures }

    function note(what: string, effort: Effort, target: number): void {
      figures[what] = { ...effort }
      lines.push({ what, figure: `${total(effort)} steg`, spread: words(effort), target: `högst ${target}`, reached: total(effort) <= target })
    }
  }))
}
