import type { Origin } from '../../model/incident.ts'
import type { Witness } from './evidence.ts'
import { groups } from './votes.ts'

/** Keys of origins that nobody named: unnamed people, an outlet's own word, a document without an outlet. */
const NAMELESS = /^(unnamed|outlet|document):/

/**
 * The origins that count, in the order of their keys. What a document says in its own words or on unnamed people's is no
 * second origin beside a named one that the same document cites: nothing shows that it comes from elsewhere.
 */
export const independentOrigins = (witnesses: readonly Witness[]): readonly Origin[] => {
  const byKey = [...groups(witnesses, (witness) => witness.origin.key).entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  const cited = new Set(witnesses.filter(({ origin }) => !NAMELESS.test(origin.key)).map(({ source }) => source))
  return byKey
    .filter(([key, own]) => !NAMELESS.test(key) || own.some(({ source }) => !cited.has(source)))
    .map(([key, own]) => ({
      key,
      name: own[0]?.origin.name ?? key,
      type: own[0]?.origin.type ?? 'other',
      claims: own.map((witness) => witness.claim.id),
      documents: [...new Set(own.map((witness) => witness.document.id))].sort(),
    }))
}
