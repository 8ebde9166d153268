import { is, type View } from '../words/view.ts'

/**
 * The latest year that each sentence names ("in 1842", "the 1979 revolution"); null where it names none, tells of a day as well,
 * or tells since when something has been so: then it need not be of that year.
 */
export const yearsIn = (view: View): readonly (number | null)[] =>
  view.text.sentences.map(({ first, last }) => {
    let latest: number | null = null
    for (let at = first; at < last; at++) {
      if (is(view, at, 'day') || is(view, at, 'perfect')) return null
      const year = yearAt(view, at)
      if (year === null) continue
      if (view.tokens[at - 1]?.tag === 'SCONJ' || is(view, at - 1, 'from') || is(view, at - 1, 'subordinator'))
        return null
      latest = Math.max(latest ?? 0, year)
    }
    return latest
  })

const YEAR = /^(?:18|19|20)\d\d$/

/** A number that stands as a year does: not before what it would count, but for "the 1979 revolution". */
const yearAt = (view: View, at: number): number | null => {
  const text = view.tokens[at]?.text ?? ''
  if (!YEAR.test(text)) return null
  const next = view.tokens[at + 1]?.tag
  const counts = next === 'NOUN' || next === 'ADJ' || next === 'PROPN'
  return counts && !is(view, at - 1, 'definite') ? null : Number(text)
}
