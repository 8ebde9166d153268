import { describe, expect, it } from 'vitest'
import { slotsOf } from '../../../testing/slot-reader.ts'

const actorsOf = (marked: string): readonly string[] =>
  (slotsOf(marked).at(-1)?.actors ?? []).map((actor) => actor.text)

describe('who is said to have done it', () => {
  it.each([
    ['the subject', 'Government troops [killed 12 people] in Sarmuq.', ['Government troops']],
    ['after "by"', '[12 people were killed] by gunmen in Sarmuq.', ['gunmen']],
    ['before an attack', 'A Sudanese army air strike [killed 12 people].', ['Sudanese army']],
    ['a nation before an attack', 'Israeli strikes [killed 12 people] in Rafah.', ['Israeli']],
    ['led by', '[12 people were killed] in Saudi-led airstrikes.', ['Saudi-led']],
    ['joined', 'Ukrainian and Russian forces shelled Belmar, [killing 12 people].', ['Ukrainian', 'Russian forces']],
    ['who clashes with the dead', '[12 militants were killed] in clashes with Malian soldiers.', ['Malian soldiers']],
    ['blamed', '[12 people were killed] in an attack blamed on Boko Haram.', ['Boko Haram']],
    ['claimed', 'The Taliban claimed responsibility for the blast that [killed 12 people].', ['Taliban']],
    [
      'a name and its abbreviation',
      'The Rapid Support Forces (RSF) [killed 12 people].',
      ['Rapid Support Forces (RSF)'],
    ],
    ['never the dead', '[12 soldiers were killed] in Sarmuq.', []],
    ['never whom the verb before counts', 'A bomb [kills nine] soldiers, [injures two].', []],
    ['initials of a country', 'US strikes [killed 12 people] in Sarmuq.', ['US']],
    ['never the target', '[12 people were killed] in strikes on rebels.', []],
    ['never who merely backs', 'Troops backed by Russian jets [killed 12 people].', ['Troops']],
    ['never an unnamed machine', 'Warplanes [killed 12 people] in Sarmuq.', []],
    ['a country as a place', '[12 people were killed] in the Syria raid.', []],
    ['a possible deed', 'Rebels could attack the town where [12 people were killed].', []],
  ])('%s: %s', (_, marked, expected) => {
    expect(actorsOf(marked)).toEqual(expected)
  })
})
