import { describe, expect, test } from 'vitest'
import { publicationDay } from './publication-day.ts'

describe('the day of publication, where the date line and the metadata differ', () => {
  // 14 March 2022 was a Monday, the 18th a Friday.
  test.each([
    ['the date line is the outlet’s own word', '2022-03-14', '2022-03-18', [], '2022-03-14'],
    ['so it is where the weekdays fit it', '2022-03-14', '2022-03-18', [0, 1], '2022-03-14'],
    ['news of Tuesday was not written on the Monday before', '2022-03-14', '2022-03-18', [2, 2], '2022-03-18'],
    ['one weekday among others of its own days does not tell', '2022-03-14', '2022-03-18', [2, 0, 1, 1], '2022-03-14'],
    ['one weekday alone does not tell', '2022-03-14', '2022-03-18', [2], '2022-03-14'],
    // 9 May 2022 was a Monday, 3 January 2025 a Friday.
    ['a page that was collected years later', '2022-05-09', '2025-01-03', [5, 5], '2022-05-09'],
    ['a digit was lost', '2022-02-03', '2022-02-23', [], '2022-02-23'],
    ['no digit was lost', '2022-02-03', '2022-02-24', [], '2022-02-03'],
    ['another month', '2022-01-03', '2022-02-23', [], '2022-01-03'],
  ])('%s', (_, own, given, weekdays, day) => {
    expect(publicationDay(own, given, weekdays)).toBe(day)
  })
})
