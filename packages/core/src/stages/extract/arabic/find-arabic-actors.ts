import { allPatterns } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import { type ArabicView, isArticle, isSmall, lowerAt } from './arabic-view.ts'
import type { ArabicSpeech } from './find-arabic-speeches.ts'

/** An armed actor who is told to have done something; half-open token range. */
export interface ActorMention {
  readonly first: number
  readonly last: number
  readonly sentence: number
}

/** So near behind a word for an attack a joined "of" names whose it was. */
const OF_WITHIN = 3
const BLAMED_WITHIN = 8

/** The actors whom a text tells to have done harm, by the grammar around their names; never those who only speak or are hit. */
export const findArabicActors = (
  view: ArabicView,
  speechesIn: (sentence: number) => readonly ArabicSpeech[],
): readonly ActorMention[] => {
  const pieces = piecesOf(view.matched)
  const speaking = (at: number): boolean =>
    speechesIn(view.tokens[at]?.sentence ?? 0).some(({ speakers }) =>
      speakers.some(({ first, last }) => first <= at && at < last),
    )
  const named = allPatterns(view.words.actors, pieces).flatMap((match): readonly ActorMention[] => {
    const first = nameStart(view, match.first)
    const last = endOf(view, match.last, match.value)
    if (
      last === null ||
      speaking(match.first) ||
      !isAgent(view, isArticle(view, match.first - 1) ? match.first - 1 : match.first, last)
    )
      return []
    return [{ first, last, sentence: view.tokens[first]?.sentence ?? 0 }]
  })
  const nations = view.tokens.flatMap((token, at): readonly ActorMention[] => {
    if (!view.words.nations.has(token.lower) || !isAttackWord(view, isArticle(view, at - 1) ? at - 2 : at - 1))
      return []
    return [{ first: at, last: at + 1, sentence: token.sentence }]
  })
  return [...named, ...nations].sort((a, b) => a.first - b.first)
}

/** A name begins with its article; behind a joined lam that has lost its alif, and the name begins with its stem. */
const nameStart = (view: ArabicView, at: number): number => {
  const article = isArticle(view, at) ? at : at - 1
  if (!isArticle(view, article)) return at
  return view.tokens[article]?.text.length === 1 ? article + 1 : article
}

/** How many tokens the name of a group may have behind its noun. */
const NAME = 4

/** Where an actor's name ends: a force as it stands, a craft with whose it is (none without), a group with its name. */
const endOf = (view: ArabicView, last: number, kind: string): number | null => {
  const nation = isArticle(view, last) ? last + 1 : last
  if (view.words.nations.has(lowerAt(view, nation))) return nation + 1
  if (kind === 'craft') return null
  if (kind !== 'group') return last
  let end = last
  while (end < last + NAME && isNamePart(view, end)) end++
  while (end > last && isArticle(view, end - 1)) end--
  return end
}

const isNamePart = (view: ArabicView, at: number): boolean => {
  const token = view.tokens[at]
  if (token === undefined || (token.tag !== 'X' && token.tag !== 'DET')) return false
  if (token.tag === 'DET') return isNamePart(view, at + 1)
  return (
    !view.words.small.has(token.lower) &&
    !view.words.cues.has(token.lower) &&
    !view.words.attackWords.has(token.lower) &&
    !view.harm.has(at) &&
    !view.persons.has(at) &&
    !view.numbers.has(at) &&
    !view.words.things.has(token.lower)
  )
}

const isAgent = (view: ArabicView, first: number, last: number): boolean => {
  const before = first - 1
  const sentence = view.text.sentences[view.tokens[first]?.sentence ?? 0]
  if (isSmall(view, before, 'attacks', 'by') || endsPhrase(view, before, 'by')) return true
  if (isActiveVerb(view, before) || isConstruct(view, before)) return true
  if (isSmall(view, before, 'for') || isSmall(view, before, 'of')) return attackBefore(view, before)
  if (blamedBefore(view, first, last)) return true
  const starts = first === sentence?.first || lowerAt(view, before) === ':' || view.tokens[before]?.tag === 'CCONJ'
  return starts && (isActiveVerb(view, last) || isSmall(view, last, 'attacks'))
}

/** "قصف قوات النظام", "رصاص مجهولين": a word of attack without article right before whose it was. */
const isConstruct = (view: ArabicView, at: number): boolean => isAttackWord(view, at) && !isArticle(view, at - 1)

/** "على يد" and other words of two that stand before whoever did it. */
const endsPhrase = (view: ArabicView, at: number, kind: string): boolean => {
  for (const from of [at - 1, at - 2]) {
    const phrase = view.phrases.get(from)
    if (phrase?.value === kind && phrase.last === at + 1) return true
  }
  return false
}

/** A verb of harm that is done to others, in the active as far as its letters show. */
const isActiveVerb = (view: ArabicView, at: number): boolean => {
  const found = view.harm.get(at)
  const verb = found?.value.find(({ form }) => form === 'verb')
  if (found === undefined || verb === undefined || found.last !== at + 1) return false
  return !DONE_TO_THEM.some((frame) => verb.frames.has(frame)) && !isMarkedPassive(view, at)
}

/** Verbs whose subject is harmed, or loses its own. */
const DONE_TO_THEM = ['flee', 'passive', 'lose']

/** A damma on the first letter says that it was done to them. */
const isMarkedPassive = (view: ArabicView, at: number): boolean => /^.\u064f/u.test(view.tokens[at]?.text ?? '')

const attackBefore = (view: ArabicView, at: number): boolean => {
  for (let i = at - 1; i >= at - OF_WITHIN; i--) if (isAttackWord(view, i)) return true
  return false
}

const isAttackWord = (view: ArabicView, at: number): boolean => view.words.attackWords.has(lowerAt(view, at))

/** "اتهم السكان الجيش بقصف السوق": the last one named before what they are blamed for. */
const blamedBefore = (view: ArabicView, first: number, last: number): boolean => {
  if (view.tokens[last]?.tag !== 'ADP' && !isSmall(view, last, 'responsibility')) return false
  for (let at = first - 1; at >= first - BLAMED_WITHIN; at--) if (isSmall(view, at, 'blames')) return true
  return false
}
