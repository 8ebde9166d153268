import type { PatternMatch } from '../../../lexicon/patterns.ts'
import type { ReadText, Token } from '../../../text/read-text.ts'
import type { ActorWord } from './actor-lexicon.ts'

/**
 * The words that name armed actors, with the initials that a text gives to one by its whole name ("the Popular Defence
 * Forces (PDF)") wherever they stand alone.
 */
export const withInitials = (
  text: ReadText,
  named: readonly PatternMatch<ActorWord>[],
): readonly PatternMatch<ActorWord>[] => {
  const given = new Map<string, ActorWord>()
  for (const { value, last } of named) {
    const initials = value.kind === 'head' ? initialsAt(text, last) : null
    if (initials !== null) given.set(initials, { kind: 'name', side: value.side })
  }
  if (given.size === 0) return named
  const known = new Set(named.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, i) => first + i)))
  const alone = text.tokens.flatMap(({ text: word, index }): readonly PatternMatch<ActorWord>[] => {
    const value = known.has(index) ? undefined : given.get(word)
    return value === undefined ? [] : [{ value, first: index, last: index + 1, values: [] }]
  })
  return [...named, ...alone].sort((a, b) => a.first - b.first)
}

/** The initials between brackets right behind a name of capitalised words, which begins as they do; null for none. */
const initialsAt = ({ tokens }: ReadText, end: number): string | null => {
  const word = tokens[end + 1]
  if (tokens[end]?.text !== '(' || tokens[end + 2]?.text !== ')' || word === undefined) return null
  if (!/^\p{Lu}[\p{Lu}\d-]{1,6}$/u.test(word.text)) return null
  for (let at = end - 1; at >= end - NAME && isCapital(tokens[at]); at--)
    if (at < end - 1 && tokens[at]?.text[0] === word.text[0]) return word.text
  return null
}

const isCapital = (token: Token | undefined): boolean => /^\p{Lu}/u.test(token?.text ?? '')

/** Words that the name of an armed group has at most. */
const NAME = 7
