import type { Sentence } from '../../../text/read-text.ts'
import { is, type View } from '../words/view.ts'

/**
 * Which section each sentence is in. A line of few words that does not end as a sentence does is a heading; where several
 * stories stand on one page, what is said under one heading tells nothing of what stands under the next.
 */
export const sectionsOf = (view: View): readonly number[] => {
  let section = 0
  let wasHeading = true
  return view.text.sentences.map((sentence, i, all) => {
    const alone = all[i - 1]?.paragraph !== sentence.paragraph && all[i + 1]?.paragraph !== sentence.paragraph
    const heading =
      alone &&
      sentence.last - sentence.first <= HEADING &&
      !ENDS.test(view.tokens[beforeBracket(view, sentence)]?.text ?? '')
    if (heading && !wasHeading) section++
    wasHeading = heading
    return section
  })
}

/** A heading has no more tokens than this. */
const HEADING = 20
/** What a sentence ends with, whatever the language. */
const ENDS = /^[\p{Sentence_Terminal}\p{Quotation_Mark})\]:;]+$/u

/** "Talks go on (2:10)": the last token before what a heading may have in brackets behind it. */
const beforeBracket = (view: View, { first, last }: Sentence): number => {
  if (!is(view, last - 1, 'close')) return last - 1
  for (let i = last - 2; i > first; i--) if (is(view, i, 'open')) return i - 1
  return last - 1
}
