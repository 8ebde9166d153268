import type { Lexicon } from '../lexicon/lexicon.ts'
import { abbreviationsOf } from './abbreviations.ts'
import { piecesOf } from './lines.ts'
import { mendSentences, NO_ABBREVIATIONS } from './mend-sentences.ts'
import { mendTags } from './mend-tags.ts'
import type { ReadText } from './read-text.ts'
import { textBuilder } from './text-builder.ts'
import { wordsOf } from './words.ts'

/**
 * Tokens, sentences and tags of an English text. Lines are read one by one, so no sentence crosses a line. Every
 * character that can be seen belongs to exactly one token. With a lexicon, its abbreviations ("Maj.") end no sentence.
 * No sentence goes on over one of the `breaks` (ascending offsets). The time grows with the length alone, whatever the text.
 */
export const readEnglish = (content: string, lexicon?: Lexicon, breaks: readonly number[] = []): ReadText => {
  const known = lexicon === undefined ? NO_ABBREVIATIONS : abbreviationsOf(lexicon)
  const builder = textBuilder(content)
  for (const piece of piecesOf(content, breaks)) {
    const line = content.slice(piece.start, piece.end)
    builder.add(mendTags(mendSentences(wordsOf(line), known)), piece.start, piece.paragraph)
  }
  return builder.done()
}
