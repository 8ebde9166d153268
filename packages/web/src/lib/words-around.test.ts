import { expect, test } from 'vitest'
import { wordsAround } from './words-around.ts'

const TEXT = 'Yesterday twelve people were killed in shelling of Halsaq'
const at = { start: TEXT.indexOf('twelve'), end: TEXT.indexOf(' in') }

test.each([
  [90, 'Yesterday ', ' in shelling of Halsaq'],
  [6, '… ', ' in …'],
  [14, 'Yesterday ', ' in shelling …'],
])('at most %i characters on each side, and no word in part', (most, before, after) => {
  expect(wordsAround(TEXT, at, most)).toEqual({ before, after })
})
