import { expect, test } from 'vitest'
import { formOf } from './form.ts'
import { wordFact } from './word-fact.ts'

test('a fact is worked out once for each written word', () => {
  const asked: string[] = []
  const length = wordFact(({ text }) => {
    asked.push(text)
    return text.length
  })
  expect([length(formOf('Teldo')), length(formOf('teldo')), length(formOf('Teldo'))]).toEqual([5, 5, 5])
  expect(asked).toEqual(['Teldo', 'teldo'])
})

test('facts of one word are kept apart, empty ones too', () => {
  const none = wordFact(() => null)
  const isSmall = wordFact(({ text, lower }) => text === lower)
  const form = formOf('Lomeq')
  expect([none(form), isSmall(form), none(form), isSmall(form)]).toEqual([null, false, null, false])
})
