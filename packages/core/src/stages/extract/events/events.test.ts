import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../../testing/lexicons.ts'
import { frameOf, TEST_CONTEXT } from '../../../testing/slot-reader.ts'
import { findEvents } from './find-events.ts'

const lexicon = loadLexicon('en')

const eventsOf = (text: string): readonly string[] =>
  findEvents(frameOf(text), [], lexicon, TEST_CONTEXT).map(
    (event) =>
      `${event.kind} ${event.places.map((place) => place.text).join(', ')} by ${event.actors.map((actor) => actor.text).join(', ')}`,
  )

describe('events told with no number of people', () => {
  it.each([
    ['an attack', 'Russian jets hit the town of Sarmuq on Monday.', ['attack Sarmuq by Russian jets']],
    ['an attack told by its place', 'A market in the town of Sarmuq was bombed.', ['attack Sarmuq by ']],
    [
      'an attack as an object',
      'Rebels carried out several attacks in the town of Sarmuq.',
      ['attack Sarmuq by Rebels'],
    ],
    ['a change of control', 'Government troops captured the town of Sarmuq.', ['control Sarmuq by Government troops']],
    [
      'control of',
      'Rebel forces regained control of the villages of Sarmuq and Dorvat.',
      ['control Sarmuq, Dorvat by Rebel forces'],
    ],
    [
      'an agreement',
      'Turkey and Russia agreed on a ceasefire in the town of Sarmuq.',
      ['agreement Sarmuq by Turkey, Russia'],
    ],
    ['a plan is none', 'Rebels could attack the town of Sarmuq.', []],
    ['an aim is none', 'Troops want to capture the town of Sarmuq.', []],
    ['no fight', 'The minister opened a school in the town of Sarmuq.', []],
  ])('%s: %s', (_, text, expected) => {
    expect(eventsOf(text)).toEqual(expected)
  })
})
