import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { desk as deskText } from '../../../renderer/text/desk.sv.ts'
import { type Stats, statsOf } from '../measure.ts'
import { inTempFolder } from '../places.ts'
import { figure, type Measured, number } from '../report.ts'
import { newCore, PASSPHRASE, takeIntake, writeFiles } from '../sample.ts'
import { withDisplay } from './display.ts'
import { stepThrough, untilList } from './in-page.ts'
import { launch } from './launch.ts'

const CASES = 100_000
const STEPS = 2_000
const NEXT_TARGET_MS = 80
const MEMORY_TARGET_MB = 350

/** Going through two thousand of a hundred thousand cases by the key for the next one: how long until it is on the screen, and what the page weighs then. */
export async function measureReview(): Promise<Measured> {
  return withDisplay(() => inTempFolder(async folder => {
    const home = join(folder, 'hem')
    const core = await newCore(join(home, 'lager'))
    await takeIntake(core, '2024-1', writeFiles(folder, '2024-1', CASES)).finally(() => core.close())
    const { app, page } = await launch(home)
    try {
      await openFirstCase(page)
      const before = await weigh(app)
      const steps = await page.evaluate(stepThrough, STEPS)
      const after = await weigh(app)
      return resultOf(statsOf(steps), before, after)
    } finally {
      await app.close()
    }
  }))
}

async function openFirstCase(page: Page): Promise<void> {
  await page.fill('input[type=password]', PASSPHRASE)
  const list = page.evaluate(untilList, deskText.all)
  await page.press('input[type=password]', 'Enter')
  await list
  await page.locator('[role=grid]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.queue-pane')
}

/** What the page's process holds of the machine's memory, in MB, with all that it shares with other processes. */
async function weigh(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ app: program, BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId()
    return (program.getAppMetrics().find(process => process.pid === page)?.memory.workingSetSize ?? 0) / 1000
  })
}

function resultOf(steps: Stats, before: number, after: number): Measured {
  return {
    title: `Granskning: ${number(STEPS)} av ${number(CASES)} ärenden bläddrade med tangenten J`,
    lines: [
      { what: 'Tangent till nästa ärende på skärmen', figure: figure(steps.median, 'ms'), spread: `99 %: ${number(steps.p99, 1)}, värst ${number(steps.most, 1)} (${steps.values} ggr)`, target: `högst ${NEXT_TARGET_MS} ms`, reached: steps.median <= NEXT_TARGET_MS },
      { what: 'Sidans minne efteråt', figure: figure(after, 'MB'), against: `${number(before, 0)} MB efter första ärendet`, target: `högst ${MEMORY_TARGET_MB} MB`, reached: after <= MEMORY_TARGET_MB },
    ],
    notes: ['Från tangenten till slutet av bilden som visar nästa ärendes uppgifter. Skyddade ärenden, som frågar efter skäl, ligger sist och nås inte.', 'Minnet är allt som sidans process har i minnet, också det som delas med andra.'],
    figures: { steps, memoryMb: { before, after } },
  }
}
