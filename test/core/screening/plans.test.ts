import { expect, it, vi } from 'vitest'
import { listQuery } from '../../../shared/contract/operations.ts'
import { lettersToMany } from '../../../electron/core/documents/requests/many.ts'
import { previewBulk } from '../../../electron/core/screening/desk/bulk.ts'
import { listApplicants } from '../../../electron/core/screening/list.ts'
import { find } from '../../../electron/core/search/find.ts'
import type { Reader } from '../../../electron/core/store/database.ts'
import { openDesk } from '../store-fixture.ts'
import { application, permitRow, permits, portal, register, registerRow } from '../tables.ts'

const some = [0, 1, 2, 3]

it('rows that are named one by one are looked up one by one, never by going through the intake', async () => {
  const desk = openDesk()
  await desk.take(desk.put('a.csv', portal(some.map(n => application(n)))), desk.put('r.csv', register(some.map(n => registerRow(n)))), desk.put('m.csv', permits(some.map(n => permitRow(n)))))
  const { store } = desk.context
  const asked = new Map<string, unknown[]>()
  const listen = (db: Reader, method: 'all' | 'raw') => {
    const real = db[method].bind(db) as (sql: string, ...values: never[]) => never
    vi.spyOn(db, method).mockImplementation((sql: string, ...values: unknown[]) => {
      asked.set(sql, values)
      return real(sql, ...(values as never[]))
    })
  }
  for (const method of ['all', 'raw'] as const) listen(store.read, method)
  const intakeId = desk.intakeId
  const { rows } = listApplicants(desk.context, listQuery.parse({ intakeId }))
  expect(rows).toHaveLength(4)
  await previewBulk(desk.context, { intakeId, chosen: { ids: rows.map(row => row.id) }, action: { kind: 'assign', assignee: 1 } }, lettersToMany)
  find(desk.context, { text: rows[0]?.familyName ?? '', limit: 20 })
  const named = [...asked].filter(([sql]) => /json_each\(\?\) \w+ (CROSS )?JOIN application\b/.test(sql))
  expect(named.length).toBeGreaterThanOrEqual(3)
  vi.restoreAllMocks()
  for (const [sql, values] of named) {
    const plan = store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...(values as never[])).map(step => step.detail)
    expect(plan.find(step => /\b(application|a)\b/.test(step)), sql).toMatch(/^SEARCH \w+ USING INTEGER PRIMARY KEY/)
    expect(plan[0], sql).toMatch(/^SCAN (page|chosen|touched) VIRTUAL TABLE/)
  }
})
