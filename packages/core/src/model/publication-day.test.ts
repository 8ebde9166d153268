import { describe, expect, test } from 'vitest'
import { publicationDay } from './publication-day.ts'

describe('the day of publication, where the date line and the metadata differ', () => {
  // 13 November 2017 was a Monday, the 17th a Friday.
  test.each([
    ['the date line is the outlet’s own word', '2017-11-13', '2017-11-17', [], '2017-11-13'],
    ['so it is where the weekdays fit it', '2017-11-13', '2017-11-17', [0, 1], '2017-11-13'],
    ['news of Tuesday was not written on the Monday before', '2017-11-13', '2017-11-17', [2, 2], '2017-11-17'],
    ['one weekday among others of its own days does not tell', '2017-11-13', '2017-11-17', [2, 0, 1, 1], '2017-11-13'],
    ['one weekday alone does not tell', '2017-11-13', '2017-11-17', [2], '2017-11-13'],
    // 9 September 2013 was a Monday, 7 May 2021 a Friday.
    ['a page that was collected years later', '2013-09-09', '2021-05-07', [5, 5], '2013-09-09'],
    ['a digit was lost', '2013-09-06', '2013-09-16', [], '2013-09-16'],
    ['no digit was lost', '2013-09-06', '2013-09-17', [], '2013-09-06'],
    ['another month', '2013-08-06', '2013-09-16', [], '2013-08-06'],
  ])('%s', (_, own, given, weekdays, day) => {
    expect(publicationDay(own, given, weekdays)).toBe(day)
  })
})
