import type { Candidate } from './candidates.ts'

/**
 * The words that a document uses as people's names: of a name after a title, or before a verb of saying or an age, the
 * whole and its last word; so that "Orvane" alone is no place once "General Haled Orvane said" something.
 */
export const personNamesOf = (candidates: readonly Candidate[]): ReadonlySet<string> => {
  const names = new Set<string>()
  for (const { parts, around } of candidates) {
    const speaks = around.after === 'speech' && parts.known === null && parts.last - parts.first > 1
    if (around.before !== 'title' && around.after !== 'person' && !speaks) continue
    names.add(parts.name)
    const last = parts.name.split(/\s+/).at(-1)
    if (last !== undefined) names.add(last).add(last.replace(/^\p{Ll}{2,3}-/u, ''))
  }
  return names
}
