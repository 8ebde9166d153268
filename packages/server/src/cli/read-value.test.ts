import { expect, test } from 'vitest'
import { readIncidentValue, readValue } from './read-value.ts'

test.each<[string, string, unknown]>([
  ['count', '8', { low: 8, high: 8 }],
  ['count', '8-9', { low: 8, high: 9 }],
  ['count', '12+', { low: 12, high: null }],
  ['count', '<= 9', { low: null, high: 9 }],
  ['killed.civilians', '8–9 (8)', { low: 8, high: 9, best: 8 }],
  ['killed', 'many', 'many'],
  ['time', '2024-03-12', { from: '2024-03-12', to: '2024-03-12' }],
  ['time', '2024-03-12..2024-03-14', { from: '2024-03-12', to: '2024-03-14' }],
  ['time', '..2024-03-14', { from: null, to: '2024-03-14' }],
  ['time', 'none', { from: null, to: null }],
  ['places', 'Sarmuq; Tal Zohra @ 12.5,34', [{ text: 'Sarmuq' }, { text: 'Tal Zohra', lat: 12.5, lon: 34 }]],
  ['places', 'none', []],
  ['place', '{"text":"Sarmuq","country":"XS"}', { text: 'Sarmuq', country: 'XS' }],
  ['groups', 'children 2, women 1-2, medics', { children: [2, 2], women: [1, 2], medics: [null, null] }],
  ['actors', 'northern gunmen', ['northern gunmen']],
  ['sources', 'the town hospital [hospital]', [{ text: 'the town hospital', type: 'hospital' }]],
  ['part', 'subset c1', { of: 'c1', relation: 'subset' }],
  ['part', 'none', { of: null, relation: null }],
  ['means', 'none', null],
  ['scope', 'cumulative', 'cumulative'],
])('%s: %s', (field, typed, value) => {
  expect(readValue(field, typed)).toEqual(value)
})

test('an incident has several means', () => {
  expect(readIncidentValue('means', 'airstrike; rocket')).toEqual(['airstrike', 'rocket'])
  expect(readIncidentValue('means', 'none')).toEqual([])
})
