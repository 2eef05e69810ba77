import fc from 'fast-check'
import { expect, it } from 'vitest'
import { apart, bufferOver, bytesOf, textOf, textPack } from '../../../electron/core/store/texts.ts'

it('texts of any length and script come back as they were packed', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 400 })), texts => {
    const pack = textPack()
    const added = texts.map(text => { const { from, to } = pack.add(text); return { from, to } })
    const bytes = bufferOver(pack.take())
    expect(added.map(at => textOf({ bytes, ...at }))).toEqual(texts)
    expect(pack.length).toBe(0)
  }))
})
it('a pack grows, and what was added before stays', () => {
  const pack = textPack()
  const long = 'åÖễ😀"'.repeat(70_000)
  const first = pack.add('Öberg')
  const second = pack.add(long)
  const bytes = bufferOver(pack.take())
  expect([textOf({ ...first, bytes }), textOf({ ...second, bytes })]).toEqual(['Öberg', long])
})
it('a text is copied from one pack to another', () => {
  const [one, other] = [textPack(), textPack()]
  one.add('Åsa')
  const text = one.add('Nguyễn')
  other.add('Ek')
  other.copy(text)
  expect(bufferOver(other.take()).toString('utf8')).toBe('EkNguyễn')
})
it('a text that is set apart holds nothing of its neighbours', () => {
  const pack = textPack()
  pack.add('19900101-2389')
  const alone = apart(pack.add('Öberg'))
  expect([textOf(alone), alone.bytes.length, bytesOf(alone).length]).toEqual(['Öberg', 6, 6])
  pack.add('x'.repeat(100))
  pack.take()
  pack.add('yyyyyyyyyyyyyyyyyyyyyyyy')
  expect(textOf(alone)).toBe('Öberg')
})
