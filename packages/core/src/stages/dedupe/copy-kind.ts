import type { CopyKind } from '../../model/copy.ts'
import type { Comparison } from './compare-texts.ts'

/** Above this share of shingles a text is all in the other but for a touch of editing. */
const WHOLE = 0.8
/** A longer text is an expansion of a shorter one only if the shorter makes up at least this share of it. */
const MIN_SHARE = 0.45
/** A report told again shares so many shingles, or so many of its sentences are the other's in other words. */
const RETOLD_SHINGLES = 0.5
const RETOLD_SENTENCES = 0.5
const MIN_RETOLD = 3
/** Passages that are shared by less than this many words are no reuse. */
const MIN_PASSAGE_WORDS = 12

/** How the later text relates to the earlier one; null when it stands by itself. `comparison` is seen from the later. */
export const copyKindOf = ({ same, containment, contained, matches, covered }: Comparison): CopyKind | null => {
  if (same) return 'identical'
  if (containment >= WHOLE && contained >= WHOLE) return 'reprint'
  if (containment >= WHOLE) return 'abridged'
  if (contained >= WHOLE && containment >= MIN_SHARE) return 'expanded'
  const retold = Math.min(containment, contained) >= RETOLD_SHINGLES || covered >= RETOLD_SENTENCES
  if (retold && matches.length >= MIN_RETOLD) return 'reworded'
  const longest = Math.max(0, ...matches.map(({ sentence }) => sentence.last - sentence.first))
  return longest >= MIN_PASSAGE_WORDS ? 'quotes' : null
}
