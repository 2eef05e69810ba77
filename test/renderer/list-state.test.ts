import { describe, expect, it } from 'vitest'
import { isFiltered, listStep, queryOf, startList, type ListAction, type ListState } from '../../renderer/screening/listState.ts'
import { idsBetween } from '../../renderer/screening/selection.ts'
import { listQuery } from '../../shared/contract/operations.ts'

const run = (...actions: ListAction[]): ListState => actions.reduce(listStep, startList)

describe('the state of a list', () => {
  it('begins at the top after another choice, and stays when a row is marked', () => {
    const deep: ListState = { ...startList, active: 400, offset: 14_400 }
    expect(listStep(deep, { type: 'light', light: 'red' })).toMatchObject({ active: -1, offset: 0 })
    expect(listStep(deep, { type: 'active', index: 401 })).toMatchObject({ active: 401, offset: 14_400 })
  })

  it('turns lights and rules on and off', () => {
    expect(run({ type: 'light', light: 'red' }, { type: 'light', light: 'green' }, { type: 'light', light: 'red' }).filter.lights).toEqual(['green'])
    expect(run({ type: 'rule', rule: 'JO-07' }, { type: 'rule', rule: 'JO-02' }, { type: 'rule', rule: 'JO-07' }).filter.rules).toEqual(['JO-02'])
  })

  it('sorts by a column, the other way the second time, and rising again by another column', () => {
    expect(run({ type: 'sort', column: 'received' }).filter).toMatchObject({ sort: 'received', direction: 'asc' })
    expect(run({ type: 'sort', column: 'received' }, { type: 'sort', column: 'received' }).filter.direction).toBe('desc')
    expect(run({ type: 'sort', column: 'received' }, { type: 'sort', column: 'received' }, { type: 'sort', column: 'light' }).filter).toMatchObject({ sort: 'light', direction: 'asc' })
    expect(run({ type: 'sort', column: 'rules' })).toBe(startList)
  })

  it('gives back the same state when nothing changes, so that nothing is fetched again', () => {
    expect(run({ type: 'text', text: '' })).toBe(startList)
    expect(run({ type: 'only', only: 'all' })).toBe(startList)
    expect(run({ type: 'rules-clear' })).toBe(startList)
  })

  it('clears the selection but keeps the order', () => {
    const cleared = run({ type: 'sort', column: 'light' }, { type: 'text', text: 'å' }, { type: 'only', only: 'changed' }, { type: 'clear' })
    expect(isFiltered(cleared.filter)).toBe(false)
    expect(cleared.filter.sort).toBe('light')
    expect(isFiltered(run({ type: 'text', text: '   ' }).filter)).toBe(false)
  })

  it('asks a question that the contract takes', () => {
    const state = run({ type: 'light', light: 'orange' }, { type: 'rule', rule: 'JO-07' }, { type: 'text', text: '  N\'Diaye ' }, { type: 'only', only: 'not-established' })
    const query = listQuery.parse({ ...queryOf(4, state.filter), offset: 200, limit: 200 })
    expect(query).toMatchObject({ intakeId: 4, lights: ['orange'], rules: ['JO-07'], text: "N'Diaye", only: 'not-established', offset: 200 })
  })
})

describe('choosing on', () => {
  const idAt = (place: number) => (place < 10 ? 100 + place : undefined)
  it('takes every row between two, in either direction, and itself', () => {
    expect(idsBetween(idAt, 2, 5)).toEqual([102, 103, 104, 105])
    expect(idsBetween(idAt, 5, 2)).toEqual([102, 103, 104, 105])
    expect(idsBetween(idAt, 3, 3)).toEqual([103])
  })
  it('leaves nobody out where rows have not been fetched: then it gives none, and the core is asked', () => {
    expect(idsBetween(idAt, 8, 12)).toBeNull()
  })
  it('adds to what is chosen, also where all but some are', () => {
    const some = run({ type: 'choose', ids: [1] }, { type: 'choose', ids: [1, 2, 3], chosen: true }).selection
    expect([...some.ids]).toEqual([1, 2, 3])
    const all = run({ type: 'choose-all' }, { type: 'choose', ids: [2] }, { type: 'choose', ids: [1, 2, 3], chosen: true }).selection
    expect([all.all, [...all.ids]]).toEqual([true, []])
  })
})
