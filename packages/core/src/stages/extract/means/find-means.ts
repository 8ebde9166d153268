import { compiledFrom, type Lexicon } from '../../../lexicon/lexicon.ts'
import { allPatterns, compilePatterns } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import { MEANS, type Means } from '../../../model/claim.ts'
import type { ReadText } from '../../../text/read-text.ts'

/** How plainly words tell a means: the attack itself, an instrument, a blast, or a word that many attacks share. */
export type MeansKind = 'attack' | 'weapon' | 'weak' | 'generic'

/** Words that tell by what means harm was done. */
export interface MeansMention {
  /** Half-open token range. */
  readonly first: number
  readonly last: number
  readonly means: Means
  readonly kind: MeansKind
}

const isMeans = (means: string): means is Means => (MEANS as readonly string[]).includes(means)

const meansLexicon = compiledFrom((lexicon: Lexicon) =>
  compilePatterns(
    lexicon.table('means').map((row) => {
      const means = row.means ?? ''
      if (row.kind !== 'none' && !isMeans(means))
        throw new RangeError(`means.tsv: unknown means ${JSON.stringify(means)}`)
      return [row.pattern ?? '', { means, kind: row.kind ?? '' }] as const
    }),
  ),
)

/** All words of a text that tell a means, in its order. */
export const findMeans = (text: ReadText, lexicon: Lexicon): readonly MeansMention[] =>
  allPatterns(meansLexicon(lexicon), piecesOf(text)).flatMap(({ value, first, last }) =>
    isMeans(value.means) && !isFightOf(text, first, last)
      ? [{ first, last, means: value.means, kind: value.kind as MeansKind }]
      : [],
  )

/** "the force fighting the rebels": a verb with an object tells who is at war, no means. */
const isFightOf = ({ tokens }: ReadText, first: number, last: number): boolean => {
  if (last - first > 1 || tokens[first]?.tag !== 'VERB' || tokens[first]?.lower.endsWith('ing') !== true) return false
  const before = tokens[first - 1]?.tag
  const next = tokens[last]?.tag
  return (before === 'NOUN' || before === 'PROPN') && (next === 'DET' || next === 'PROPN')
}
