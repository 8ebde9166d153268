import { expect, test } from 'vitest'
import { changesOf, type IncidentForm, isFigure } from './decide.ts'

const FORM: IncidentForm = {
  killed: { low: '4', high: '6', best: '5' },
  injured: { low: '', high: '', best: '' },
  place: 'Halsaq',
  from: '2024-03-21',
  to: '2024-03-21',
  means: ['mine_ied'],
  actors: 'rebels',
  grade: 'weak',
}

test('only what was changed is written, in the shapes of the server', () => {
  expect(changesOf(FORM, FORM)).toEqual([])
  const after: IncidentForm = {
    ...FORM,
    killed: { low: '5', high: '', best: '' },
    to: '2024-03-22',
    actors: 'rebels; an army ;',
    means: [],
  }
  expect(changesOf(FORM, after)).toEqual([
    { field: 'killed', value: { low: 5, high: null, best: null } },
    { field: 'time', value: { from: '2024-03-21', to: '2024-03-22' } },
    { field: 'means', value: [] },
    { field: 'actors', value: ['rebels', 'an army'] },
  ])
})

test('a figure is whole numbers in order, or open', () => {
  expect(isFigure({ low: '4', high: '6', best: '5' })).toBe(true)
  expect(isFigure({ low: '4', high: '', best: '' })).toBe(true)
  expect(isFigure({ low: '7', high: '6', best: '' })).toBe(false)
  expect(isFigure({ low: '4', high: '6', best: '8' })).toBe(false)
  expect(isFigure({ low: 'four', high: '', best: '' })).toBe(false)
})
