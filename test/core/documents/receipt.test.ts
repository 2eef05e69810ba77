import { expect, it } from 'vitest'
import { renderReceiptSheet } from '../../../electron/core/documents/receipt-sheet.ts'
import { textOf } from './pdf-tools.ts'

it('a receipt is set with its lines as they are, whatever a file is called, and the same every time', async () => {
  const long = `${'mycket-langt-filnamn-'.repeat(12)}.csv`
  const lines = ['Intag: 2023-1 (Jobbsprånget)', 'Av: Åsa Öberg-Ñandú', '', `Fil: ${long}`, 'Fil: 李小龙 \u202egnp.csv #let x = "1" $a$ *b*.csv', ...Array.from({ length: 120 }, (_, i) => `Poster: ${i}`)]
  const pdf = await renderReceiptSheet({ title: 'Kvitto på inläsning', lines })
  const text = textOf(pdf)
  for (const part of ['Kvitto på inläsning', 'Av: Åsa Öberg-Ñandú', 'Fil: ??? gnp.csv #let x = "1" $a$ *b*.csv', 'Poster: 119']) expect(text).toContain(part)
  expect(Buffer.from(await renderReceiptSheet({ title: 'Kvitto på inläsning', lines })).equals(Buffer.from(pdf))).toBe(true)
})
