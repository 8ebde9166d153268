import { describe, expect, it } from 'vitest'
import { slotsOf } from '../../../testing/slot-reader.ts'

const sourcesOf = (marked: string): readonly string[] =>
  (slotsOf(marked).at(-1)?.sources ?? []).map((source) => `${source.text} (${source.type})`)

describe('who says so', () => {
  it.each([
    ['before the verb', 'The health ministry said [12 people were killed].', ['health ministry (health_ministry)']],
    ['after the claim', '[12 people were killed], residents said.', ['residents (witness)']],
    ['according to', '[12 people were killed], according to the Sarmuq hospital.', ['Sarmuq hospital (hospital)']],
    ['told', 'A doctor told reporters that [12 people were killed].', ['doctor (hospital)']],
    ['the verb first', '"[12 people were killed]," said the police chief.', ['police chief (police)']],
    [
      'apposition',
      'Lamis Dorvan, a spokesperson for the Civil Defence, told reporters that [12 people were killed].',
      ['Lamis Dorvan (other)', 'Civil Defence (civil_defence)'],
    ],
    ['relative clause', 'The monitor, which tracks the war, said [12 people were killed].', ['monitor (monitor)']],
    ['carried over', 'The army said a post was hit. It added that [12 soldiers were killed].', ['army (belligerent)']],
    [
      'a chain',
      'Reuters quoted a medic as saying [12 people were killed].',
      ['medic (hospital)', 'Reuters (international_media)'],
    ],
    ['a headline', '[12 killed] in raid on Sarmuq: monitor\n\nThe raid came at dawn.', ['monitor (monitor)']],
    [
      'a name after the verb, with more to follow',
      'Shells hit. [12 people were killed], said the Green Caps, as the volunteers are known.',
      ['Green Caps (other)'],
    ],
    [
      'a person of an office',
      '[12 people were killed], Lamis Dorvan of the civil defence said.',
      ['Lamis Dorvan of the civil defence (civil_defence)'],
    ],
    ['the outlet itself', 'A raid [killed 12 people] in Sarmuq.', []],
    ['claiming lives is no speech', 'The blast claimed [12 lives] in Sarmuq.', []],
    ['a modifier is no speech', 'A reported strike [killed 12 people].', []],
    ['a later sentence of its own', 'The army said a post was hit. A raid [killed 12 people].', []],
  ])('%s: %s', (_, marked, expected) => {
    expect(sourcesOf(marked)).toEqual(expected)
  })

  it('gives each statement its own speaker', () => {
    const slots = slotsOf('Police said [12 people were killed] while the hospital said [15 people were killed].')
    expect(slots.map((s) => s.sources.map((source) => source.text))).toEqual([['Police'], ['hospital']])
  })
})
