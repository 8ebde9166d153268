import { compiledFrom, type Lexicon } from '../../../lexicon/lexicon.ts'
import { allPatterns, compilePatterns } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import { MEANS, type Means } from '../../../model/claim.ts'
import type { ReadText } from '../../../text/read-text.ts'

/**
 * How plainly words tell a means: the attack itself, an instrument, that something was fired, a blast, a word that many
 * attacks share, or a raid, be it from the air or on the ground.
 */
export type MeansKind = 'attack' | 'weapon' | 'fire' | 'weak' | 'raid' | 'generic'

/** Words that tell by what means harm was done. */
export interface MeansMention {
  /** Half-open token range. */
  readonly first: number
  readonly last: number
  readonly means: Means
  readonly kind: MeansKind
}

/** A word that attacks of several kinds share. */
export const isShared = ({ kind }: MeansMention): boolean => kind === 'weak' || kind === 'raid'

const isMeans = (means: string): means is Means => (MEANS as readonly string[]).includes(means)

const meansLexicon = compiledFrom((lexicon: Lexicon) =>
  compilePatterns(
    lexicon.table('means').map((row) => {
      const means = row.means ?? ''
      if (row.kind !== 'none' && row.kind !== 'spoils' && !isMeans(means))
        throw new RangeError(`means.tsv: unknown means ${JSON.stringify(means)}`)
      return [row.pattern ?? '', { means, kind: row.kind ?? '' }] as const
    }),
  ),
)

/** All words of a text that tell a means, in its order. */
export const findMeans = (text: ReadText, lexicon: Lexicon): readonly MeansMention[] => {
  /** Up to where the weapons stand that the verb before them destroys or takes. */
  let spoils = 0
  return allPatterns(meansLexicon(lexicon), piecesOf(text)).flatMap(({ value, first, last }) => {
    if (value.kind === 'spoils') spoils = objectEnd(text, last)
    return isMeans(value.means) && first >= spoils && !isFightOf(text, first, last)
      ? [{ first, last, means: value.means, kind: value.kind as MeansKind }]
      : []
  })
}

/** "destroyed two mortars and a rocket launcher": where the objects end that stand right behind a verb. */
const objectEnd = ({ tokens }: ReadText, from: number): number => {
  const sentence = tokens[from]?.sentence
  let at = from
  while (tokens[at]?.sentence === sentence && OBJECT.has(tokens[at]?.tag ?? '')) at++
  return at
}

const OBJECT: ReadonlySet<string> = new Set(['DET', 'NUM', 'ADJ', 'NOUN', 'PROPN', 'CCONJ', 'PUNCT'])

/** "the force fighting the rebels": a verb with an object tells who is at war, no means. */
const isFightOf = ({ tokens }: ReadText, first: number, last: number): boolean => {
  if (last - first > 1 || tokens[first]?.tag !== 'VERB' || tokens[first]?.lower.endsWith('ing') !== true) return false
  const before = tokens[first - 1]?.tag
  const next = tokens[last]?.tag
  return (before === 'NOUN' || before === 'PROPN') && (next === 'DET' || next === 'PROPN')
}
