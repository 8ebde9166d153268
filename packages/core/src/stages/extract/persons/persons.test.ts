import { describe, expect, it } from 'vitest'
import { frameOf, TEST_CONTEXT } from '../../../testing/slot-reader.ts'
import { findPersons, protectedNames } from './find-persons.ts'

const named = (text: string): readonly string[] =>
  findPersons(frameOf(text), TEST_CONTEXT).map((person) => `${person.text} (${person.role})`)

describe('persons named in a text', () => {
  it.each([
    ['an age after the name', '"They are gone," said Abu Haled, 71, a relative.', ['Abu Haled (witness)']],
    ['an age before the name', 'They found 13-year-old Haled Orvane in the rubble.', ['Haled Orvane (victim)']],
    [
      'who speaks for somebody',
      'Lamis Dorvan, a spokesperson for the Civil Defence, told reporters that a raid took place.',
      ['Lamis Dorvan (spokesperson)'],
    ],
    ['kin', 'His brother Haled Orvane was killed.', ['Haled Orvane (victim)']],
    [
      'named again',
      'A farmer named Haled Orvane fled. Later Orvane returned.',
      ['Haled Orvane (victim)', 'Orvane (victim)'],
    ],
    ['no place, no outlet', 'The raid hit the town of Sarmuq, Reuters said.', []],
  ])('%s: %s', (_, text, expected) => {
    expect(named(text)).toEqual(expected)
  })

  it('does not protect the names of public office-holders', () => {
    expect(protectedNames(frameOf('President Haled Orvane met the army chief.'), TEST_CONTEXT)).toEqual([])
  })

  it('gives offsets that slice the name', () => {
    const frame = frameOf('We met ‏Umm Haléd, 40, in the camp.')
    for (const person of findPersons(frame, TEST_CONTEXT))
      expect(frame.text.content.slice(person.start, person.end)).toBe(person.text)
  })
})
