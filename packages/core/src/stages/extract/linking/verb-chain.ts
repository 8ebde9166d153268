import { is, type View } from '../words/view.ts'

/**
 * Whether a token is part of a chain of verbs that share their auxiliary with the verb after it: "were rounded up and executed",
 * "were tied up, blindfolded and then shot".
 */
export const inVerbChain = (view: View, at: number): boolean => {
  const tag = view.tokens[at]?.tag
  if (tag === 'VERB') return joins(view, at + 1) || (isParticle(view, at + 1) && joins(view, at + 2))
  if (tag === 'ADJ') return isParticle(view, at + 1) && joins(view, at + 2)
  if (isParticle(view, at)) return isParticiple(view, at - 1) && joins(view, at + 1)
  if (!is(view, at, 'comma')) return false
  const before = isParticle(view, at - 1) ? at - 2 : at - 1
  return isParticiple(view, before) && view.tokens[at + 1]?.tag === 'VERB'
}

const joins = (view: View, at: number): boolean => is(view, at, 'coordinator') || is(view, at, 'comma')

/** "up", "out", "away": a small word that belongs to the verb before it. */
const isParticle = (view: View, at: number): boolean => {
  const tag = view.tokens[at]?.tag
  return tag === 'ADP' || tag === 'PART'
}

/** Taggers take "rounded" of "were rounded up" for an adjective. */
const isParticiple = (view: View, at: number): boolean => {
  const tag = view.tokens[at]?.tag
  return tag === 'VERB' || tag === 'ADJ'
}
