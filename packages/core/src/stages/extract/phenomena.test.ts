import { describe, expect, test } from 'vitest'
import { loadPhenomena, loadShortfalls, phenomenonKey } from '../../testing/phenomena.ts'
import { phenomenonFailures } from '../../testing/run-phenomena.ts'

/** The languages that are coded, with how many texts of each must be understood. */
const LANGUAGES = [
  ['en', 600],
  ['ar', 200],
] as const

describe.each(LANGUAGES)('the phenomena of %s', (language, least) => {
  const phenomena = loadPhenomena(language)
  const shortfalls = loadShortfalls(language)

  test.for(phenomena)(
    '$name: each text gives exactly the claims it must, but for the known shortfalls, which still fail',
    ({ lines }) => {
      const failures = phenomenonFailures(language, lines)
      const failing = new Set(failures.map(({ line }) => phenomenonKey(line)))
      expect(failures.filter(({ line }) => !shortfalls.has(phenomenonKey(line))).map(({ told }) => told)).toEqual([])
      expect(lines.map(phenomenonKey).filter((key) => shortfalls.has(key) && !failing.has(key))).toEqual([])
    },
  )

  test('each shortfall is in the suite and tells why', () => {
    const known = new Set(phenomena.flatMap(({ lines }) => lines.map(phenomenonKey)))
    expect([...shortfalls].filter(([key, why]) => !known.has(key) || why === '')).toEqual([])
  })

  test('no text stands twice, and enough of them are understood', () => {
    const keys = phenomena.flatMap(({ lines }) => lines.map(phenomenonKey))
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
    expect(keys.length - shortfalls.size).toBeGreaterThanOrEqual(least)
  })
})
