import { expect, test } from 'vitest'
import { loadOpenPhenomena, loadPhenomena, phenomenonKey } from '../../testing/phenomena.ts'
import { phenomenonFailures } from '../../testing/run-phenomena.ts'

const phenomena = loadPhenomena('en')
const open = loadOpenPhenomena('en')

test.for(phenomena)(
  '$name: each text gives exactly the claims it must, but for those that are listed as open',
  ({ lines }) => {
    const failures = phenomenonFailures('en', lines).filter(({ line }) => !open.has(phenomenonKey(line)))
    expect(failures.map(({ told }) => told)).toEqual([])
  },
)

test('what is listed as open is in the suite', () => {
  const known = new Set(phenomena.flatMap(({ lines }) => lines.map(phenomenonKey)))
  expect([...open].filter((key) => !known.has(key))).toEqual([])
})

test('at least 600 texts are understood', () => {
  expect(phenomena.reduce((sum, { lines }) => sum + lines.length, 0) - open.size).toBeGreaterThanOrEqual(600)
})
