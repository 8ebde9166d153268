import { type FoldedLine, foldLine } from './fold-line.ts'
import { type Form, formOf } from './form.ts'
import type { Tag } from './read-text.ts'
import { type TaggedLine, tagLine } from './tagger.ts'

/** A word of a line, in offsets of the line. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly tag: Tag
  /** Whether the tagger begins a sentence with it. */
  readonly opens: boolean
  /** The word as it is written. */
  readonly form: Form
  /** Its characters, where `form` is not made of them but of what rules compare. */
  readonly written?: string
}

/** The tagged words of a line, so that every character that is not white space belongs to one. */
export const wordsOf = (line: string): readonly Word[] => {
  const folded = foldLine(line)
  const tagged = tagLine(folded.text)
  return tagged.whole && folded.text === line ? plainWords(tagged) : foldedWords(line, folded, tagged)
}

/** Of a line that the tagger read whole, as it stands. */
const plainWords = ({ words, starts, tags, opens }: TaggedLine): readonly Word[] => {
  const found: Word[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (word === undefined) break
    const tag = tags[i] ?? 'X'
    const start = starts[i] ?? 0
    const end = start + word.form.text.length
    if (word.possessive === null || tag === 'PART')
      found.push({ start, end, tag, opens: opens[i] === 1, form: word.form })
    else {
      const [owner, ending] = word.possessive
      found.push({ start, end: end - 2, tag, opens: opens[i] === 1, form: owner })
      found.push({ start: end - 2, end, tag: 'PART', opens: false, form: ending })
    }
  }
  return found
}

/** Of a line in which something is not seen, is another character than it seems, or was dropped by the tagger. */
const foldedWords = (line: string, folded: FoldedLine, { words, starts, tags, opens }: TaggedLine): Word[] => {
  const found: Word[] = []
  let at = 0
  words.forEach((word, i) => {
    const start = starts[i] ?? 0
    const end = start + word.form.text.length
    pushGap(found, line, folded, at, start)
    at = end
    const tag = tags[i] ?? 'X'
    const split = word.possessive === null || tag === 'PART' ? end : end - 2
    found.push(wordAt(line, folded.at(start), folded.at(split - 1) + 1, tag, opens[i] === 1))
    if (split < end) found.push(wordAt(line, folded.at(split), folded.at(end - 1) + 1, 'PART', false))
  })
  pushGap(found, line, folded, at, folded.text.length)
  return found
}

const wordAt = (line: string, start: number, end: number, tag: Tag, opens: boolean): Word => ({
  start,
  end,
  tag,
  opens,
  form: formOf(line.slice(start, end)),
})

/** What the tagger was not given or did not give back becomes words of its own, so that nothing is lost. */
const pushGap = (words: Word[], line: string, folded: FoldedLine, from: number, to: number): void => {
  if (from >= to) return
  const start = words[words.length - 1]?.end ?? 0
  const end = to >= folded.text.length ? line.length : folded.at(to)
  for (const match of line.slice(start, end).matchAll(/\S+/g)) {
    if (foldLine(match[0]).text === '') continue
    words.push(wordAt(line, start + match.index, start + match.index + match[0].length, 'X', false))
  }
}
