import type { Origin } from '../../model/incident.ts'
import type { Witness } from './evidence.ts'
import { groups } from './votes.ts'

/** Keys of origins that nobody named: unnamed people, an outlet's own word, a document without an outlet. */
const NAMELESS = /^(unnamed|outlet|document):/
const ITS_OWN = /^(outlet|document):/

/**
 * The origins that count, in the order of their keys. What a document says in its own words or on unnamed people's is no
 * second origin beside a named one that the same document cites, nor its own words beside unnamed people's: nothing shows
 * that it comes from elsewhere.
 */
export const independentOrigins = (witnesses: readonly Witness[]): readonly Origin[] => {
  const byKey = [...groups(witnesses, (witness) => witness.origin.key).entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  const citing = (own: RegExp) =>
    new Set(witnesses.filter(({ origin }) => !own.test(origin.key)).map(({ source }) => source))
  const [cited, attributed] = [citing(NAMELESS), citing(ITS_OWN)]
  return byKey
    .filter(([key, own]) => {
      const beside = ITS_OWN.test(key) ? attributed : NAMELESS.test(key) ? cited : null
      return beside === null || own.some(({ source }) => !beside.has(source))
    })
    .map(([key, own]) => ({
      key,
      name: own[0]?.origin.name ?? key,
      type: own[0]?.origin.type ?? 'other',
      claims: own.map((witness) => witness.claim.id),
      documents: [...new Set(own.map((witness) => witness.document.id))].sort(),
    }))
}
