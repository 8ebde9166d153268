import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { allPatterns } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import type { ReadText } from '../../../text/read-text.ts'
import { actorLexicon } from '../actors/actor-lexicon.ts'
import { speechLexicon } from '../attribution/speech-lexicon.ts'
import { discourse } from '../discourse.ts'
import { findMeans } from '../means/find-means.ts'
import type { EventWord } from './event-lexicon.ts'

/**
 * Whether any of a document's event words can tell an event at all, by the words of their sentences alone: what
 * `findEvents` asks of a clause needs at least these. Most documents tell no event, and need not be read for them.
 */
export const mayTellEvents = (text: ReadText, words: readonly EventWord[], lexicon: Lexicon): boolean => {
  if (words.length === 0) return false
  const sentenceOf = (token: number): number => text.tokens[token]?.sentence ?? -1
  const pieces = piecesOf(text)
  let actors: ReadonlyMap<number, number> | undefined
  /** Somebody who may be the doer stands before the word, in its sentence. */
  const hasActor = (word: EventWord): boolean => {
    actors ??= new Map(
      allPatterns(actorLexicon(lexicon).actors, pieces)
        .toReversed()
        .map((match) => [sentenceOf(match.first), match.first]),
    )
    const first = actors.get(sentenceOf(word.first))
    return first !== undefined && first < word.first
  }
  let acting: ReadonlySet<number> | undefined
  /** Somebody who may be the doer stands anywhere in the word's sentence. */
  const hasAnyActor = (word: EventWord): boolean => {
    acting ??= new Set(allPatterns(actorLexicon(lexicon).actors, pieces).map((match) => sentenceOf(match.first)))
    return acting.has(sentenceOf(word.first))
  }
  let weapons: ReadonlySet<number> | undefined
  const hasWeapon = (word: EventWord): boolean => {
    weapons ??= new Set([
      ...allPatterns(discourse(lexicon), pieces).map((match) => sentenceOf(match.first)),
      ...findMeans(text, lexicon).flatMap((mention) => [sentenceOf(mention.first), sentenceOf(mention.last - 1)]),
    ])
    return weapons.has(sentenceOf(word.first))
  }
  const small = speechLexicon(lexicon).words
  const isPassive = (word: EventWord): boolean =>
    [1, 2, 3].some((back) => small.get(text.tokens[word.first - back]?.lower ?? '') === 'be')
  const isAccord = ({ value, first }: EventWord): boolean =>
    (value === 'accords' || value === 'effect') &&
    words.some((other) => other.value === 'accord' && sentenceOf(other.first) === sentenceOf(first))
  /** "under rebel control": the noun for holding follows. */
  const isSway = (word: EventWord): boolean =>
    words.some(
      ({ value, first }) => value === 'holds' && first > word.first && sentenceOf(first) === sentenceOf(word.first),
    )
  const mayTell = (word: EventWord): boolean => {
    switch (word.value) {
      case 'hit':
        return isVerb(text, word) && (hasActor(word) || isPassive(word) || hasWeapon(word))
      case 'happens':
        return isVerb(text, word) && hasWeapon(word)
      case 'keeps':
        return isVerb(text, word) && text.tokens[word.first - 1]?.tag !== 'PUNCT' && hasActor(word)
      case 'cedes':
      case 'falls':
      case 'taking':
        return hasAnyActor(word)
      case 'under':
        return isSway(word) && hasAnyActor(word)
      case 'conduct':
        return isVerb(text, word) && hasActor(word)
      case 'captured':
        return hasActor(word) || (isPassive(word) && hasAnyActor(word))
      case 'enters':
      case 'lost':
      case 'holds':
        return hasActor(word)
      case 'held':
        return isPassive(word)
      case 'accords':
      case 'effect':
        return isAccord(word)
      case 'accord':
      case 'nation':
        return false
    }
  }
  return words.some(mayTell)
}

const isVerb = (text: ReadText, word: EventWord): boolean => text.tokens[word.first]?.tag === 'VERB'
