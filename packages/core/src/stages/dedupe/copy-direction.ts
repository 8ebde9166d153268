import type { Document } from '../../model/document.ts'
import type { Comparison } from './compare-texts.ts'

/** Which of two related documents is the copy, and why. */
export interface Direction {
  /** Whether the first is the copy of the second. */
  readonly firstIsCopy: boolean
  readonly why: string
}

/** A difference in containment that says which of two was cut from the other. */
const CUT = 0.05

/**
 * Tells the copy from the original: by credit (who credits the other's outlet), by day of publication, by containment
 * (what was cut from a longer text), else by name, so that the answer never depends on the order of arrival.
 */
export const directionOf = (a: Document, b: Document, seenFromA: Comparison): Direction =>
  byCredit(a, b) ?? byDay(a, b) ?? byContainment(seenFromA) ?? byName(a, b)

const byCredit = (a: Document, b: Document): Direction | null => {
  const aCredits = credits(a, b)
  const bCredits = credits(b, a)
  if (aCredits === bCredits) return null
  const [copy, original] = aCredits ? [a, b] : [b, a]
  return { firstIsCopy: aCredits, why: `it credits ${copy.agency ?? ''}, and the other is by ${original.outlet ?? ''}` }
}

const credits = (a: Document, b: Document): boolean => {
  const outlet = b.outlet?.toLowerCase() ?? ''
  return outlet !== '' && (a.agency ?? '').toLowerCase().split(', ').includes(outlet)
}

const byDay = (a: Document, b: Document): Direction | null => {
  if (a.published === null || b.published === null || a.published === b.published) return null
  const firstIsCopy = a.published > b.published
  const [copy, original] = firstIsCopy ? [a, b] : [b, a]
  return { firstIsCopy, why: `it was published on ${copy.published ?? ''}, the other on ${original.published ?? ''}` }
}

const byContainment = ({ containment, contained }: Comparison): Direction | null => {
  if (Math.abs(containment - contained) < CUT) return null
  const share = Math.round(Math.max(containment, contained) * 100)
  return { firstIsCopy: containment > contained, why: `${share} % of it stands in the other, which is longer` }
}

const byName = (a: Document, b: Document): Direction => ({
  firstIsCopy: a.doc === b.doc ? a.id > b.id : a.doc > b.doc,
  why: 'nothing tells which was first: the one whose name comes first is taken for the original',
})
