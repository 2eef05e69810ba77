import { setImmediate as settled } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { readDocument } from '../../../electron/core/rules/yaml.ts'

it('a name that is a list is told with its line, and nothing of the file is written to the console', async () => {
  const said: string[] = []
  const hear = (warning: Error) => void said.push(warning.message)
  process.on('warning', hear)
  try {
    expect(() => readDocument('requests', 'requests.yaml', 'rules: {}\n? [a, b]\n: 1\n')).toThrow(expect.objectContaining({ code: 'rules-broken', params: { message: expect.stringMatching(/^requests\.yaml, rad \d+: /) as string } }))
    await settled()
  } finally {
    process.off('warning', hear)
  }
  expect(said).toEqual([])
})
