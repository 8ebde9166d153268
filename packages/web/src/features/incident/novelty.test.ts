import type { EvidenceRecord } from '@sijil/core/contract/incident-detail.js'
import { expect, test } from 'vitest'
import { noveltiesOf } from './novelty.ts'

const told = (id: string, origin: string | null, low: number, means: string | null = null): EvidenceRecord =>
  ({
    origin,
    claim: { id, kind: 'casualty', metric: 'killed', low, high: low, vague: null, means, actors: [], groups: {} },
  }) as unknown as EvidenceRecord

test('each claim is told by what it added to those before it', () => {
  const evidence = [
    told('a', 'police', 4),
    told('b', 'police', 4),
    told('c', 'hospital', 4),
    told('d', 'police', 6),
    told('e', null, 6, 'shelling'),
    told('f', null, 6, 'shelling'),
  ]
  expect([...noveltiesOf(evidence)]).toEqual([
    ['a', 'first'],
    ['b', 'nothing'],
    ['c', 'origin'],
    ['d', 'number'],
    ['e', 'detail'],
    ['f', 'nothing'],
  ])
})
