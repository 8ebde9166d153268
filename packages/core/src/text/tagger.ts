import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Tag } from './read-text.ts'

/** What the tagger says of a line: its words with their tags, and the word each sentence begins with. */
export interface TaggedLine {
  readonly words: readonly string[]
  readonly tags: readonly Tag[]
  readonly sentenceStarts: readonly number[]
}

/** The part of wink's language model that grows with every unknown word it meets. */
interface Lexemes {
  readonly list: string[]
  readonly hash: Record<string, number>
  readonly intrinsicSize: number
}

/** Unknown words after which the tagger is made anew, so that its memory stays bounded (about 90 ms each time). */
const MAX_UNKNOWN_WORDS = 100_000

const PLAIN_WORD = /^[A-Za-z]+$/

const makeTagger = () => {
  const core = (model as unknown as { core(): { features: { lexeme: Lexemes } } }).core()
  const nlp = winkNLP({ ...model, core: (() => core) as unknown as typeof model.core }, ['sbd', 'pos'])
  return { nlp, its: nlp.its, lexemes: core.features.lexeme, known: core.features.lexeme.list.length }
}

let tagger: ReturnType<typeof makeTagger> | undefined

/**
 * Tags one line of English.
 * wink remembers every unknown string and cuts the next text by it ("world's" is two tokens or one, depending on what was
 * read before). Whatever a line adds is therefore forgotten at once, except plain words, which can't be cut: the same
 * line always reads the same.
 */
export const tagLine = (line: string): TaggedLine => {
  tagger ??= makeTagger()
  const { nlp, its } = tagger
  const doc = nlp.readDoc(line)
  const tokens = doc.tokens()
  const words = tokens.out(its.value) as string[]
  const tags = tokens.out(its.pos) as Tag[]
  const sentences = doc.sentences().out(its.span) as unknown as [number, number][]
  forgetUnknownWords()
  return { words, tags, sentenceStarts: sentences.map(([first]) => first) }
}

const forgetUnknownWords = (): void => {
  if (tagger === undefined) return
  const { lexemes } = tagger
  for (; tagger.known < lexemes.list.length; tagger.known++) {
    const unknown = lexemes.list[tagger.known] ?? ''
    if (!PLAIN_WORD.test(unknown)) delete lexemes.hash[unknown]
  }
  if (lexemes.list.length > lexemes.intrinsicSize + MAX_UNKNOWN_WORDS) tagger = undefined
}
