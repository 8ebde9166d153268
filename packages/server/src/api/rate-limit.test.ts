import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { rateLimit } from './rate-limit.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const RATES = { anybody: { burst: 3, perSecond: 1 }, signedIn: { burst: 6, perSecond: 2 } }
const taken = (limit: ReturnType<typeof rateLimit>, key: string, signedIn: boolean, tries: number): number => {
  let count = 0
  for (let n = 0; n < tries; n++)
    try {
      limit.take(key, signedIn)
      count++
    } catch (error) {
      expect(error).toMatchObject({ code: 'too-many-requests', details: { retryAfter: 1 } })
    }
  return count
}

test('so many at once and so many a second, each by themselves, more for who signed in', () => {
  const limit = rateLimit(RATES)
  expect(taken(limit, 'a', false, 10)).toBe(3)
  expect(taken(limit, 'b', false, 10)).toBe(3)
  expect(taken(limit, 'p', true, 10)).toBe(6)
  vi.advanceTimersByTime(2000)
  expect(taken(limit, 'a', false, 10)).toBe(2)
  expect(taken(limit, 'p', true, 10)).toBe(4)
  vi.advanceTimersByTime(3_600_000)
  expect(taken(limit, 'a', false, 10)).toBe(3)
})

test('nothing is limited where no rates are given', () => {
  expect(taken(rateLimit(null), 'a', false, 1000)).toBe(1000)
})
