import { expect, test } from 'vitest'
import { testContext } from '../../../testing/context.ts'
import { loadLexicon } from '../../../testing/lexicons.ts'
import { TEST_CONTEXT } from '../../../testing/slot-reader.ts'
import { readText } from '../../../text/reader.ts'
import { personsIn } from './persons-in.ts'

const frameOf = (content: string, language: string) => ({
  text: readText(content, language, loadLexicon(language)),
  zones: [],
  published: null,
  outlet: null,
})

test('names are found in English', () => {
  const found = personsIn(frameOf('Lamis Dorvan, 71, was killed.', 'en'), loadLexicon('en'), TEST_CONTEXT)
  expect(found?.map(({ text }) => text)).toEqual(['Lamis Dorvan'])
})

test('in Arabic, which is coded, names cannot be told yet: whoever publishes has to withhold', () => {
  expect(personsIn(frameOf('قتلت لميس دورفان في القصف.', 'ar'), loadLexicon('ar'), testContext())).toBeNull()
})
