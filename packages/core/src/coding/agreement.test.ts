import { expect, test } from 'vitest'
import { agreementOf } from './agreement.ts'

const unitsOf = (observers: readonly string[]) =>
  Array.from(observers[0] ?? '', (_, at) => observers.map((row) => (row[at] === '.' ? null : (row[at] ?? null))))

test("the worked example of Krippendorff's paper of 2011: two observers, ten units, two values", () => {
  const { percent, alpha } = agreementOf(unitsOf(['0100000000', '1110010100']))
  expect(percent).toBeCloseTo(0.6, 10)
  expect(alpha).toBeCloseTo(0.095, 3)
})

test('its worked example with four observers and answers that are missing', () => {
  const observers = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.']
  const { units, alpha } = agreementOf(unitsOf(observers))
  expect(units).toBe(11)
  expect(alpha).toBeCloseTo(0.743, 3)
})

test('always the same is full agreement, and alpha says nothing where there is but one value', () => {
  const both = (answer: string) => [answer, answer]
  expect(agreementOf([both('a'), both('b')])).toEqual({ units: 2, percent: 1, alpha: 1 })
  expect(agreementOf([both('a'), both('a')])).toEqual({ units: 2, percent: 1, alpha: null })
  expect(agreementOf([['a', null]])).toEqual({ units: 0, percent: null, alpha: null })
})
