import { describe, expect, it, vi } from 'vitest'
import type { Bridge } from '../../shared/contract/bridge.ts'
import { seal } from '../../shared/contract/wire.ts'
import { guarded } from '../../renderer/app/bridge.ts'
import { listOf, forgetLists } from '../../renderer/screening/lists.ts'
import { queryOf, startList } from '../../renderer/screening/listState.ts'
import { fakeBridge } from './fake-bridge.ts'

describe('the way to the core', () => {
  it('turns a call that throws into a fault, and never rejects', async () => {
    const bridge = fakeBridge({ rows: 1 })
    const broken = guarded({ ...bridge, call: () => Promise.reject(new Error('port closed')), cancel: () => Promise.reject(new Error('port closed')) }, () => undefined)
    expect(await broken.call('store.status', {})).toEqual({ ok: false, fault: { code: 'internal', params: {} } })
    await expect(broken.cancel('x')).resolves.toBeUndefined()
  })
  it('tells when any call finds the store locked', async () => {
    const locked = vi.fn()
    const bridge = guarded(fakeBridge({ rows: 1, faults: { 'intake.list': 'store-locked' } }), locked)
    await bridge.call('store.status', {})
    expect(locked).not.toHaveBeenCalled()
    await bridge.call('intake.list', {})
    expect(locked).toHaveBeenCalledOnce()
  })
})

describe('what crosses to the page', () => {
  it('opens answers that came as text, and passes on the others', async () => {
    const bridge = fakeBridge({ rows: 3 })
    const sent = guarded({ ...bridge, call: async (name, input) => seal(await bridge.call(name, input)) as never }, () => undefined)
    expect(await sent.call('screening.list', { intakeId: 1 })).toEqual(await bridge.call('screening.list', { intakeId: 1 }))
    const locked = vi.fn()
    const shut = guarded({ ...bridge, call: async () => seal({ ok: false, fault: { code: 'store-locked', params: {} } }) as never }, locked)
    await shut.call('intake.list', {})
    expect(locked).toHaveBeenCalledOnce()
  })
  it('says what dropped files are for', async () => {
    const dropFiles = vi.fn<Bridge['dropFiles']>().mockResolvedValue({ ok: true, value: [] })
    const bridge = guarded({ ...fakeBridge({ rows: 1 }), dropFiles }, () => undefined)
    const folder = new File([''], 'handlingar')
    await bridge.dropFiles([folder], 'documents')
    expect(dropFiles).toHaveBeenCalledExactlyOnceWith([folder], 'documents')
  })
})

describe('a remembered list', () => {
  it('is the same list when coming back, and gone when the store is locked', async () => {
    const bridge = fakeBridge({ rows: 450 })
    const list = listOf(bridge, 1)
    await list.cache.load(queryOf(1, startList.filter))
    expect(list.cache.head()?.total).toBe(450)
    expect(listOf(bridge, 1)).toBe(list)
    forgetLists()
    expect(listOf(bridge, 1)).not.toBe(list)
  })
  it('keeps what it shows and names the fault when the core cannot answer', async () => {
    const bridge = fakeBridge({ rows: 5, faults: { 'screening.list': 'intake-missing' } })
    forgetLists()
    const list = listOf(bridge, 1)
    await list.cache.load(queryOf(1, startList.filter))
    expect(list.fault?.code).toBe('intake-missing')
    expect(list.cache.head()).toBeNull()
  })
})
