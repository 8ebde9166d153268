import type { ReadText } from '../text/read-text.ts'
import type { Candidate } from './candidates.ts'
import type { PlaceWords } from './place-words.ts'

/**
 * For each accepted candidate of one sentence, left to right: the bare names of the wider places the text puts it in,
 * nearest first. "X in Y", "X, in southern Y", "X, Y" (Y the wider), "Y's X village", "X west of Y"; names of one list share.
 */
export const containersOf = (
  text: ReadText,
  accepted: readonly Candidate[],
  words: PlaceWords,
): readonly (readonly string[])[] => {
  const within: (readonly string[])[] = accepted.map(() => [])
  for (let i = accepted.length - 2; i >= 0; i--) {
    const here = accepted[i]
    const next = accepted[i + 1]
    if (here === undefined || next === undefined) continue
    if (holds(text, here, next, words)) within[i] = [next.parts.name, ...(within[i + 1] ?? [])]
    else if (here.list === next.list) within[i] = within[i + 1] ?? []
  }
  for (let i = 1; i < accepted.length; i++) {
    const before = accepted[i - 1]
    const here = accepted[i]
    if (before !== undefined && here !== undefined && isOwner(before, here))
      within[i] = [before.parts.name, ...(within[i - 1] ?? []), ...(within[i] ?? [])]
  }
  return within
}

/** "Y's X": the tokens between are a possessive and nothing else. */
const isOwner = (owner: Candidate, owned: Candidate): boolean =>
  owner.around.after === 'possessive' && owned.around.first === owner.around.last + (owner.parts.cut > 0 ? 0 : 1)

/** Whether the text puts `inner` in `outer`, which follows it. */
const holds = (text: ReadText, inner: Candidate, outer: Candidate, words: PlaceWords): boolean => {
  const between = text.tokens.slice(inner.around.last, outer.around.first).filter((token) => token.tag !== 'DET')
  if (between.length > 2) return false
  const [first, second] = between
  if (first === undefined) return outer.around.areaFrom !== null
  const isIn = (word: string | undefined): boolean =>
    word !== undefined && (words.has('inside', word) || words.has('of', word))
  if (first.text !== ',') return between.length === 1 && isIn(first.lower)
  if (second !== undefined) return isIn(second.lower)
  return inner.list !== outer.list && isWider(outer, inner)
}

const isWider = (outer: Candidate, inner: Candidate): boolean =>
  outer.around.areaFrom !== null ||
  rank(outer) > rank(inner) ||
  (rank(outer) >= 2 && rank(inner) <= rank(outer) && isTyped(outer))

const isTyped = (candidate: Candidate): boolean => candidate.types.some((type) => type.kind === 'admin')

/** 3 country · 2 first-order area or anything called one · 1 a settlement that people know · 0 the rest. */
const rank = ({ parts, types }: Candidate): number => {
  if (parts.known?.kind === 'country') return 3
  if (types.some((type) => type.kind === 'settlement')) return 0
  if (parts.known?.kind === 'admin' || types.some((type) => type.kind === 'admin')) return 2
  return (parts.known?.population ?? 0) >= 50_000 ? 1 : 0
}
