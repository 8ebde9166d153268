import { compiledFrom, type Lexicon } from '../../../lexicon/lexicon.ts'
import { type Classify, compilePatterns, type PatternSet } from '../../../lexicon/patterns.ts'
import { SOURCE_TYPES, type SourceType } from '../../../model/claim.ts'

/** What a cue does with its neighbours; see `speech.tsv`. */
export type CueClass = 'say' | 'give' | 'own' | 'tell' | 'quote' | 'by' | 'add' | 'hearsay' | 'none'

/** The words of a language that say who says so. */
export interface SpeechLexicon {
  readonly cues: PatternSet<CueClass>
  readonly sources: PatternSet<SourceType>
  /** Small words by what they do in a noun phrase ("of" links, "he" stands for the last speaker). */
  readonly words: ReadonlyMap<string, string>
}

const isSourceType = (type: string): type is SourceType => (SOURCE_TYPES as readonly string[]).includes(type)

const numbers: Classify = (word) => (/^\d[\d,.]*$/.test(word) ? [{ name: 'number', value: word }] : undefined)

/** The speech words of a language, compiled once. Throws a RangeError on a source type that the model does not know. */
export const speechLexicon = compiledFrom((lexicon: Lexicon): SpeechLexicon => {
  const sources = lexicon.table('source-words').map((row) => {
    const type = row.type ?? ''
    if (!isSourceType(type)) throw new RangeError(`source-words.tsv: unknown type ${JSON.stringify(type)}`)
    return [row.pattern ?? '', type] as const
  })
  return {
    cues: compilePatterns(
      lexicon.table('speech').map((row) => [row.pattern ?? '', (row.class ?? '') as CueClass] as const),
      numbers,
    ),
    sources: compilePatterns(sources),
    words: new Map(lexicon.table('function-words').map((row) => [row.word ?? '', row.class ?? ''])),
  }
})
