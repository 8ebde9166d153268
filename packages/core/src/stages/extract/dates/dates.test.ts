import { describe, expect, it } from 'vitest'
import { slotsOf } from '../../../testing/slot-reader.ts'

/** Published on Wednesday, 13 March 2024, unless a line says otherwise. */
const daysOf = (marked: string, published?: string | null): readonly (string | null)[] => {
  const time = slotsOf(marked, published)[0]?.time
  return [time?.earliest ?? null, time?.latest ?? null]
}

const day = (value: string): readonly string[] => [value, value]

describe('the date of a claim', () => {
  it.each([
    ['a weekday is the latest one', 'On Tuesday [4 people were killed] in Sarmuq.', day('2024-03-12')],
    ['never in the future', 'A raid on Thursday [killed 4 people] in Sarmuq.', day('2024-03-07')],
    ['the dateline itself', 'A raid [killed 4 people] in Sarmuq on Wednesday.', day('2024-03-13')],
    ['last, on the same weekday', '[4 people were killed] last Wednesday.', day('2024-03-06')],
    ['a possessive weekday', "Monday's attack [killed 4 people].", day('2024-03-11')],
    ['yesterday', '[4 people were killed] yesterday.', day('2024-03-12')],
    ['overnight covers two days', '[4 people were killed] overnight in Sarmuq.', ['2024-03-12', '2024-03-13']],
    ['24 hours', '[4 people were killed] in the past 24 hours.', ['2024-03-12', '2024-03-13']],
    ['days ago', '[4 people were killed] three days ago.', day('2024-03-10')],
    ['a whole date', '[4 people were killed] on January 21, 2020 in Sarmuq.', day('2020-01-21')],
    ['day first', '[4 people were killed] on 21 Jan 2020.', day('2020-01-21')],
    ['ISO', '[4 people were killed] on 2012-03-04.', day('2012-03-04')],
    ['no year: the nearest past', '[4 people were killed] on 21 June.', day('2023-06-21')],
    ['two days', '[4 people were killed] on June 11 and June 12.', ['2023-06-11', '2023-06-12']],
    ['a fight that goes on', '[4 people were killed] in fighting that began on Monday.', ['2024-03-11', '2024-03-13']],
    [
      'not the day of what came before',
      'Jets hit Sarmuq on Monday. It was in response to a raid on Friday. [4 people were killed] in the attack.',
      day('2024-03-11'),
    ],
    ['a month', '[4 people were killed] in a raid in February.', ['2024-02-01', '2024-02-29']],
    ['since', '[4 people have been killed] since Saturday.', ['2024-03-09', '2024-03-13']],
    ['a war that began', '[300000 people have died] in a war that began in March 2011.', ['2011-03-01', '2024-03-13']],
    ['nothing told', '[4 people were killed] in Sarmuq.', [null, '2024-03-13']],
    ['only what was said', '[4 people were killed], police said on Tuesday.', day('2024-03-12')],
    ['the day before', 'Police said on Tuesday that [4 people were killed] the previous day.', day('2024-03-11')],
    ['forecast', '[4 people could be killed] on Friday.', [null, null]],
  ] as const)('%s: %s', (_, marked, expected) => {
    expect(daysOf(marked)).toEqual(expected)
  })

  it('carries the day of an attack over to the sentences after it', () => {
    const marked = 'Shells hit Sarmuq on Monday. [4 people were killed] and a mosque was damaged.'
    expect(daysOf(marked)).toEqual(day('2024-03-11'))
  })

  it('takes the day of the harm before the day it was told', () => {
    const marked = '[4 people were killed] in a raid, a monitor said on Wednesday. The raid on Monday hit a market.'
    expect(daysOf(marked)).toEqual(day('2024-03-11'))
  })

  it('believes a dateline in the text more than the metadata', () => {
    expect(daysOf('Raid on Sarmuq\n\nFriday 8 March 2024 On Thursday [4 people were killed] there.')).toEqual(
      day('2024-03-07'),
    )
  })

  it('knows nothing without a dateline', () => {
    expect(daysOf('[4 people were killed] in Sarmuq.', null)).toEqual([null, null])
  })

  it('leaves the day of another attack where it is told', () => {
    const marked = 'A raid on Monday hit Sarmuq. Separately, [4 people were killed] in Belmar on Tuesday.'
    expect(daysOf(marked)).toEqual(day('2024-03-12'))
  })
})
