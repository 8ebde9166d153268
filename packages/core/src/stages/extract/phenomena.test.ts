import { expect, test } from 'vitest'
import { loadPhenomena, loadShortfalls, phenomenonKey } from '../../testing/phenomena.ts'
import { phenomenonFailures } from '../../testing/run-phenomena.ts'

const phenomena = loadPhenomena('en')
const shortfalls = loadShortfalls('en')

test.for(phenomena)(
  '$name: each text gives exactly the claims it must, but for the known shortfalls, which still fail',
  ({ lines }) => {
    const failures = phenomenonFailures('en', lines)
    const failing = new Set(failures.map(({ line }) => phenomenonKey(line)))
    expect(failures.filter(({ line }) => !shortfalls.has(phenomenonKey(line))).map(({ told }) => told)).toEqual([])
    expect(lines.map(phenomenonKey).filter((key) => shortfalls.has(key) && !failing.has(key))).toEqual([])
  },
)

test('each shortfall is in the suite and tells why', () => {
  const known = new Set(phenomena.flatMap(({ lines }) => lines.map(phenomenonKey)))
  expect([...shortfalls].filter(([key, why]) => !known.has(key) || why === '')).toEqual([])
})

test('at least 600 texts are understood', () => {
  expect(phenomena.reduce((sum, { lines }) => sum + lines.length, 0) - shortfalls.size).toBeGreaterThanOrEqual(600)
})
