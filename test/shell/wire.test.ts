import { describe, expect, it } from 'vitest'
import { seal, unseal } from '../../shared/contract/wire.ts'
import type { Result } from '../../shared/fault.ts'

const fault: Result<never> = { ok: false, fault: { code: 'file-unreadable', params: { file: 'ansökningar.csv', row: 3 } } }

describe('an answer on its way', () => {
  it.each<[string, Result<unknown>]>([
    ['rows', { ok: true, value: { total: 2, rows: [{ id: 1, name: 'Nguyễn ”Åsa” O\'Neill\u2028\u0000', rules: [{ id: 'JO-1', light: 'red' }], due: null }, { id: 2, name: '\ud800', rules: [], due: '2023-02-10' }] } }],
    ['a number', { ok: true, value: 7 }], ['nothing', { ok: true, value: null }], ['a list', { ok: true, value: ['ö', 'é'] }], ['a fault', fault],
  ])('is one text and comes out the same (%s)', (_what, result) => {
    const sealed = seal(result)
    expect(typeof sealed).toBe('string')
    expect(unseal(sealed)).toEqual(result)
  })
  it('has its bytes as they are, free from the memory they shared', () => {
    const shared = new Uint8Array(4096).fill(7)
    for (const value of [shared.subarray(8, 12), { pdf: shared.subarray(8, 12), text: 'Hej å' }]) {
      const opened = unseal(seal({ ok: true, value }))
      expect(opened).toEqual({ ok: true, value })
      const found: unknown = opened.ok && !(opened.value instanceof Uint8Array) ? Reflect.get(Object(opened.value), 'pdf') : opened.ok && opened.value
      expect(found instanceof Uint8Array && found.buffer.byteLength).toBe(4)
    }
  })
  it('is never half told: what no text can tell throws', () => {
    expect(() => seal({ ok: true, value: { rows: [1n] } })).toThrow(TypeError)
  })
})
