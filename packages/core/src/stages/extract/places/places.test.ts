import { describe, expect, it } from 'vitest'
import { slotsOf } from '../../../testing/slot-reader.ts'

const placesOf = (marked: string): readonly string[] =>
  (slotsOf(marked).at(-1)?.places ?? []).map((place) => place.text)

describe('where the harm was', () => {
  it.each([
    ['after the harm', '[12 people were killed] in the village of Sarmuq.', ['Sarmuq']],
    ['the narrowest', '[12 people were killed] in the village of Sarmuq in Belmar province.', ['Sarmuq']],
    ['listed', '[12 people were killed] in Sarmuq and Dorvat.', ['Sarmuq', 'Dorvat']],
    [
      'not where the attackers stood',
      'Rebels positioned in Dorvat fired rockets at Sarmuq town, [killing 12 people].',
      ['Sarmuq'],
    ],
    ['the sentence before', 'Shells hit the town of Sarmuq. [12 people were killed].', ['Sarmuq']],
    [
      'the town named before',
      'Shells hit the town of Sarmuq. Dorvat village was calm. [12 people were killed] in raids on the town.',
      ['Sarmuq'],
    ],
    [
      'a village named afterwards',
      '[12 people were killed] in a village held by rebels. The monitor said jets hit the village of Sarmuq.',
      ['Sarmuq'],
    ],
    ['not told', '[12 people were killed].', []],
  ])('%s: %s', (_, marked, expected) => {
    expect(placesOf(marked)).toEqual(expected)
  })

  it('gives each number its own place', () => {
    const slots = slotsOf(
      '[9 people were killed] in the town of Sarmuq and [6 people were killed] in the town of Dorvat.',
    )
    expect(slots.map((s) => s.places.map((place) => place.text))).toEqual([['Sarmuq'], ['Dorvat']])
  })
})
