import { describe, expect, it } from 'vitest'
import type { Encoding } from '../../../shared/contract/views.ts'
import { portalXlsx } from '../../../build/sample/workbook.ts'
import { openDesk } from '../store-fixture.ts'
import { application, encodings, idOf, portal, PORTAL } from '../tables.ts'

const names: [string, string][] = [['Åsa-Öde', 'Ékländ'], ['Šárka', 'O’Neill – Ž'], ['Jean "Jojo"', "D'Arc; von €"], ['Œuvre', 'Nuñez\nGarcía']]
const rows = (people: [string, string][]) => people.map(([fornamn, efternamn], i) => application(i, { fornamn, efternamn, kommentar: 'säger ”hej”; och\r\nsen' }))
const stored = (desk: ReturnType<typeof openDesk>) => desk.context.store.read.all<{ given_name: string; family_name: string }>('SELECT given_name, family_name FROM application ORDER BY application_id').map(r => [r.given_name, r.family_name])

describe.each(Object.entries(encodings))('a file in %s', (encoding, bytes) => {
  it.each([';', ',', '\t', '|'])('with separator ”%s” keeps every letter, quote and line break', async separator => {
    const desk = openDesk()
    const report = await desk.take(desk.put('a.csv', bytes(portal(rows(names), { separator }))))
    expect(report.files[0]).toMatchObject({ fault: null, encoding: encoding as Encoding, separator, counts: { records: 4, added: 4, refused: 0, warnings: 0 } })
    expect(stored(desk)).toEqual(names.map(n => [...n]))
  })
  it.each([['CRLF', '\r\n'], ['LF', '\n'], ['CR', '\r']])('with line ends %s', async (_name, newline) => {
    const desk = openDesk()
    const report = await desk.take(desk.put('a.csv', bytes(portal(rows(names), { newline }))))
    expect(report.files[0]?.counts).toMatchObject({ records: 4, added: 4 })
  })
})

it('letters outside Windows-1252 come whole in the Unicode encodings', async () => {
  const people: [string, string][] = [['Nguyễn', 'Ưng'], ['Ғалия', 'محمد'], ['👩‍💻', 'ǅ']]
  for (const encoding of ['utf-8', 'utf-8-bom', 'utf-16'] as const) {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', encodings[encoding](portal(rows(people)))))
    expect(stored(desk)).toEqual(people.map(p => [...p]))
  }
  const desk = openDesk()
  await desk.take(desk.put('a.csv', encodings['windows-1252'](portal(rows(people)))))
  expect(stored(desk)[0]).toEqual(['Nguy?n', '?ng'])
})

it('names come whole out of a workbook', async () => {
  const people: [string, string][] = [...names, ['Nguyễn', '<b>&amp;</b>']]
  const desk = openDesk()
  const report = await desk.take(desk.put('a.xlsx', await portalXlsx([[...PORTAL], ...rows(people).map(r => PORTAL.map(c => r[c] ?? ''))])))
  expect(report.files[0]).toMatchObject({ fault: null, encoding: 'xlsx', sheet: 'första bladet', counts: { records: 5, added: 5 } })
  expect(stored(desk)).toEqual(people.map(p => [...p]))
})

it('one letter in the last row decides between UTF-8 and Windows-1252', async () => {
  const many = Array.from({ length: 3000 }, (_, i) => application(i, { fornamn: 'Asa', efternamn: 'Berg' }))
  const text = portal([...many, application(3000, { fornamn: 'Åsa', efternamn: 'Berg' })])
  for (const encoding of ['utf-8', 'windows-1252'] as const) {
    const desk = openDesk()
    const report = await desk.take(desk.put('a.csv', encodings[encoding](text)))
    expect(report.files[0]?.encoding).toBe(encoding)
    expect(desk.row(idOf(3000))['given_name']).toBe('Åsa')
  }
})

it('mixed line ends, empty lines and a missing last line end lose no record', async () => {
  const desk = openDesk()
  const lines = portal([application(1), application(2), application(3), application(4)]).trimEnd().split('\r\n')
  const report = await desk.take(desk.put('a.csv', `${lines[0]}\n${lines[1]}\r\n\r\n${lines[2]}\r${lines[3]}\n\n${lines[4]}`))
  expect(report.files[0]?.counts).toMatchObject({ records: 4, added: 4 })
})

it('headers are known in other case, with spaces and quotes, and in another order; columns of no fact are named', async () => {
  const desk = openDesk()
  const columns = [...PORTAL].reverse().concat('handlaggare')
  const header = columns.map((c, i) => (i % 3 === 0 ? ` ${c.toUpperCase()} ` : i % 3 === 1 ? c.replaceAll('_', ' ') : c))
  const text = `${header.map(h => `"${h}"`).join(';')}\r\n${columns.map(c => application(1, { handlaggare: 'NN' })[c] ?? '').join(';')}\r\n`
  const report = await desk.take(desk.put('a.csv', text))
  expect(report.files[0]).toMatchObject({ fault: null, counts: { added: 1, warnings: 0 } })
  expect(report.files[0]?.unusedColumns.map(c => c.trim())).toEqual(['handlaggare'].map(c => header[columns.indexOf(c)]?.trim()))
})

it('a letter broken over two reads of the file stays whole', async () => {
  for (const encoding of ['utf-8', 'utf-16'] as const) {
    for (const pad of [0, 1, 2, 3]) {
      const desk = openDesk()
      await desk.take(desk.put('a.csv', encodings[encoding](portal([application(1, { kommentar: 'x'.repeat(pad) + 'ễ'.repeat(200_000) })]))))
      expect(desk.context.store.read.value('SELECT instr(body, ?) FROM journal WHERE kind = ?', '\ufffd', 'application.added')).toBe(0)
    }
  }
})
