import type { ReadText } from '../text/read-text.ts'
import type { Candidate } from './candidates.ts'
import type { PlaceWords } from './place-words.ts'

/** What the text says of where a place lies. */
export interface Situation {
  /** Bare names of the wider places that hold it, nearest first. */
  readonly within: readonly string[]
  /** Bare names of places that it lies by, or on a side of ("X near Y", "X west of Y"). */
  readonly beside: readonly string[]
}

const NOWHERE: Situation = { within: [], beside: [] }

/**
 * The situation of each accepted candidate of one sentence, left to right: "X in Y", "X, in southern Y", "X, Y" (Y the
 * wider), "Y's X village"; "X west of Y", "X, near Y". Names of one list share it.
 */
export const situationsOf = (
  text: ReadText,
  accepted: readonly Candidate[],
  words: PlaceWords,
): readonly Situation[] => {
  const situations: Situation[] = accepted.map(() => NOWHERE)
  for (let i = accepted.length - 2; i >= 0; i--) {
    const here = accepted[i]
    const next = accepted[i + 1]
    if (here === undefined || next === undefined) continue
    const outer = situations[i + 1] ?? NOWHERE
    if (here.list === next.list) situations[i] = outer
    // "Y's central X": the owner lies in nothing that it owns.
    else if (isOwner(here, next)) continue
    // "A and B in the hills of C and D": which of them holds which is not said.
    else if (accepted.some((other) => other !== next && other.list === next.list)) continue
    else situations[i] = situationBy(text, here, next, outer, words)
  }
  return accepted.map((here, i) => ownedBy(accepted[i - 1], here, situations[i - 1], situations[i] ?? NOWHERE))
}

const situationBy = (
  text: ReadText,
  here: Candidate,
  next: Candidate,
  outer: Situation,
  words: PlaceWords,
): Situation => {
  const link = linkTo(text, here, next, words)
  if (link === 'in') return { within: [next.parts.name, ...outer.within], beside: [] }
  return link === 'beside' ? { within: outer.within, beside: [next.parts.name, ...outer.beside] } : NOWHERE
}

const ownedBy = (
  owner: Candidate | undefined,
  here: Candidate,
  owners: Situation | undefined,
  own: Situation,
): Situation =>
  owner !== undefined && isOwner(owner, here)
    ? { within: [owner.parts.name, ...(owners?.within ?? []), ...own.within], beside: own.beside }
    : own

/** "west of X", "the outskirts of X": told from X, so nothing before it owns X. */
const isSided = ({ around }: Candidate): boolean => around.areaFrom !== null

/** "Y's X", with nothing between but the possessive; "the Y suburb of X". */
const isOwner = (owner: Candidate, owned: Candidate): boolean =>
  owner.around.after === 'possessive'
    ? owned.around.first === owner.around.last + (owner.parts.cut > 0 ? 0 : 1)
    : owned.around.first === owner.around.last && owned.around.first < owned.parts.from && !isSided(owned)

/** Whether the text puts `inner` in `outer`, which follows it, or on a side of it. */
const linkTo = (text: ReadText, inner: Candidate, outer: Candidate, words: PlaceWords): 'in' | 'beside' | null => {
  const between = text.tokens.slice(inner.around.last, outer.around.first).filter((token) => token.tag !== 'DET')
  if (between.length > 2) return null
  if (
    isNear(
      between.filter(({ text: word }) => word !== ',').map(({ lower }) => lower),
      words,
    )
  )
    return 'beside'
  const [first, second] = between
  const isIn = (word: string | undefined): boolean =>
    word !== undefined && (words.has('inside', word) || words.has('of', word))
  if (first === undefined) return isSide(outer) ? 'beside' : outer.around.areaFrom !== null ? 'in' : null
  if (first.text !== ',') return between.length === 1 && isIn(first.lower) ? 'in' : null
  if (second !== undefined) return isIn(second.lower) ? 'in' : null
  if (isSide(outer)) return 'beside'
  return inner.held || isWider(outer, inner) ? 'in' : null
}

/** "Near", "outside"; "toward" tells of a way, not of a place. */
const isNear = (between: readonly string[], words: PlaceWords): boolean =>
  between.length > 0 && between.every((word) => words.has('near', word) && !words.has('heading', word))

/** "West of X" lies outside X, unless X is an area: "southeast of X province" is a part of it. */
const isSide = ({ around, types }: Candidate): boolean =>
  around.fromPoint && !types.some(({ kind }) => kind === 'admin')

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
