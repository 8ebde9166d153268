import type { Lexicon } from '../../lexicon/lexicon.ts'
import { compiledFrom } from '../../lexicon/lexicon.ts'
import type { CopyRelation } from '../../model/copy.ts'
import type { DocumentText, ReusedPassage } from '../../pipeline/layers.ts'
import type { Context } from '../../pipeline/stage.ts'
import { type Comparison, compareTexts } from './compare-texts.ts'
import { directionOf } from './copy-direction.ts'
import { copyKindOf } from './copy-kind.ts'
import { documentOrder } from './document-order.ts'
import { familyOrder } from './family-order.ts'
import { passagesOf } from './passages-of.ts'
import { preparedCache } from './prepared-cache.ts'
import { type PreparedText, prepareText } from './prepared-text.ts'
import { hashOf } from './words.ts'

/** What pairs of documents have in common. */
export interface Related {
  /** One for each pair of which one copies the other; of these `strongestCopies` names the originals. */
  readonly copies: readonly CopyRelation[]
  readonly passages: readonly ReusedPassage[]
}

/** Compares pairs of documents, each pair by itself: what is found does not depend on the other pairs. */
export const compareDocuments = (
  pairs: readonly (readonly [DocumentText, DocumentText])[],
  { lexicons }: Pick<Context, 'lexicons'>,
): Related => {
  const numberWords = new Set([...lexicons.values()].flatMap((lexicon) => [...numberWordsOf(lexicon)]))
  const cache = preparedCache<DocumentText>(({ document, text }) => prepareText(text.content, document.zones))
  const found = new Array<Pair | null>(pairs.length).fill(null)
  for (const number of familyOrder(pairs)) {
    const [one, other] = pairs[number] ?? []
    if (one === undefined || other === undefined) continue
    const [later, earlier] = documentOrder(one.document) < documentOrder(other.document) ? [other, one] : [one, other]
    found[number] = relate(later, cache.get(later), earlier, cache.get(earlier), numberWords)
  }
  const related = found.flatMap((pair) => pair ?? [])
  return {
    copies: related.map(({ relation }) => relation),
    passages: related.flatMap(({ passages }) => passages),
  }
}

/** Two related documents. */
interface Pair {
  readonly relation: CopyRelation
  readonly passages: readonly ReusedPassage[]
}

const relate = (
  a: DocumentText,
  preparedA: PreparedText,
  b: DocumentText,
  preparedB: PreparedText,
  numberWords: ReadonlySet<number>,
): Pair | null => {
  const fromA = compareTexts(preparedA, preparedB, numberWords)
  if (fromA.matches.length === 0 && fromA.containment === 0) return null
  const { firstIsCopy, why } = directionOf(a.document, b.document, fromA)
  return firstIsCopy ? pairOf(a, b, fromA, why) : pairOf(b, a, compareTexts(preparedB, preparedA, numberWords), why)
}

const pairOf = (copy: DocumentText, original: DocumentText, comparison: Comparison, why: string): Pair | null => {
  const kind = copyKindOf(comparison)
  if (kind === null) return null
  const ids = { document: copy.document.id, of: original.document.id }
  const containment = Math.round(comparison.containment * 1000) / 1000
  return {
    relation: { ...ids, relation: kind, containment, why },
    passages: passagesOf(comparison.matches).map((span) => ({ ...ids, ...span })),
  }
}

/** Hashes of the single words that are numbers; not of those for none, for "no" is grammar more often than a number. */
const numberWordsOf = compiledFrom(
  (lexicon: Lexicon): ReadonlySet<number> =>
    new Set(
      lexicon
        .table('numbers')
        .filter((row) => (row.value ?? '') !== '' && row.kind !== 'zero')
        .flatMap((row) => (row.words ?? '').toLowerCase().split('|'))
        .filter((word) => !word.includes(' '))
        .map(hashOf),
    ),
)
