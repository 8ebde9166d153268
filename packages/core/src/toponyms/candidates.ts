import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { ReadText, Sentence } from '../text/read-text.ts'
import { type NameParts, partsOf } from './name-parts.ts'
import { nameRunsOf } from './name-runs.ts'
import type { CueRole, PlaceType, PlaceWords } from './place-words.ts'
import { splitRuns } from './split-runs.ts'
import { type Surroundings, surroundingsOf } from './surroundings.ts'

/** A name that may be a place, with the cues it shares along the list it stands in ("in A, B and C"; "A and B villages"). */
export interface Candidate {
  readonly sentence: number
  readonly parts: NameParts
  readonly around: Surroundings
  readonly before: CueRole | null
  readonly types: readonly PlaceType[]
  /** Number of the list within the sentence; names of one list share cues and containers. */
  readonly list: number
  /** Whether the wider place that holds it follows after a comma ("X, Y district"). */
  readonly held: boolean
}

/** All names of a sentence that may be places, left to right. */
export const candidatesOf = (
  text: ReadText,
  sentence: Sentence,
  words: PlaceWords,
  gazetteer: Gazetteer,
): readonly Candidate[] => {
  const runs = splitRuns(text, sentence, nameRunsOf(text, sentence, words), words, gazetteer)
  if (runs.length === 0) return []
  const read = runs.flatMap((run) => {
    const parts = partsOf(text, run, words, gazetteer)
    return parts === null ? [] : [{ parts, around: surroundingsOf(text, sentence, parts, words, gazetteer) }]
  })
  // "the Orvanian town of X" is one place: the adjective belongs to the phrase of the name after it.
  const whole = read.filter(({ parts }, i) => parts.last <= (read[i + 1]?.around.first ?? Infinity))
  const names = whole.map((name, i) => ledThrough(text, whole[i - 1], name))
  if (names.length === 0) return []
  const held = heldAmong(text, names, words)
  return listsOf(text, names).flatMap((list, k) => shareCues(list, sentence.index, k, held))
}

/** "in Orvania's rebel-held X": the preposition before the owner leads to what it owns, where that is known as a place or well may be. */
const ledThrough = (text: ReadText, owner: Name | undefined, name: Name): Name => {
  const led = owner?.around.before
  if (owner === undefined || (led !== 'inside' && led !== 'near')) return name
  if (owner.around.after !== 'possessive' || owner.parts.known === null || name.around.before !== null) return name
  const from = owner.around.last + (owner.parts.cut > 0 ? 0 : 1)
  if (from > name.around.first || name.around.first - from > MODIFIERS) return name
  for (let at = from; at < name.around.first; at++) {
    const token = text.tokens[at]
    if (token === undefined || (token.text !== '-' && !DESCRIBES.has(token.tag))) return name
    if (token.tag === 'VERB' && text.tokens[at - 1]?.text !== '-') return name
  }
  return { ...name, around: { ...name.around, before: name.parts.known === null ? 'of' : led } }
}

/** Tokens that may stand between an owner and the name of what it owns, and their tags ("rebel-held northern"). */
const MODIFIERS = 5
const DESCRIBES: ReadonlySet<string> = new Set(['ADJ', 'ADV', 'NOUN', 'NUM', 'VERB'])

/** The names after which, behind a comma, the text names the area or country that holds them, through any number of steps. */
const heldAmong = (text: ReadText, names: readonly Name[], words: PlaceWords): ReadonlySet<Name> => {
  const held = new Set<Name>()
  for (let i = names.length - 2; i >= 0; i--) {
    const [name, next] = [names[i], names[i + 1]]
    if (name === undefined || next === undefined || name.parts.party) continue
    const isArea =
      next.parts.known?.kind === 'country' || next.around.types.some(({ kind, plural }) => kind === 'admin' && !plural)
    if (name.around.closed && next.around.first === name.around.last && (isArea || held.has(next))) held.add(name)
    const comma = text.tokens[name.around.last]?.text === ','
    const preposition = words.has('inside', text.tokens[name.around.last + 1]?.lower ?? '')
    const follows = comma && next.around.first === name.around.last + (preposition ? 2 : 1)
    if (follows && (isArea || held.has(next))) held.add(name)
  }
  return held
}

interface Name {
  readonly parts: NameParts
  readonly around: Surroundings
}

/** Splits names into lists: linked by commas and one conjunction at the end, or standing alone. */
const listsOf = (text: ReadText, names: readonly Name[]): readonly (readonly Name[])[] => {
  const lists: Name[][] = []
  let open: Name[] = []
  let pending: Name[] = []
  const close = (): void => {
    if (open.length > 0) lists.push(open)
    lists.push(...pending.map((name) => [name]))
    open = []
    pending = []
  }
  for (const name of names) {
    const tail = pending.at(-1) ?? open.at(-1)
    const link = tail === undefined ? null : linkBetween(text, tail.around.last, name.around.first)
    if (link === 'and') {
      open = [...open, ...pending, name]
      pending = []
    } else if (link === 'comma') pending.push(name)
    else {
      close()
      open = [name]
    }
  }
  close()
  return lists
}

const linkBetween = (text: ReadText, from: number, to: number): 'and' | 'comma' | null => {
  if (to <= from || to - from > 2) return null
  const between = text.tokens.slice(from, to)
  if (!between.every((token) => token.text === ',' || token.text === '/' || token.tag === 'CCONJ')) return null
  return between.some((token) => token.tag === 'CCONJ' || token.text === '/') ? 'and' : 'comma'
}

const shareCues = (
  list: readonly Name[],
  sentence: number,
  k: number,
  held: ReadonlySet<Name>,
): readonly Candidate[] => {
  const head = list[0]
  const tail = list.at(-1)
  const plural = [...(head?.around.types ?? []), ...(tail?.around.types ?? [])].filter((type) => type.plural)
  const speaks = tail?.around.after === 'speech'
  const befallen = tail?.around.after === 'befallen'
  return list.map((name) => {
    const { parts, around } = name
    return {
      sentence,
      held: held.has(name),
      parts,
      around: around.after === null && (speaks || befallen) ? { ...around, after: tail?.around.after ?? null } : around,
      before: around.before ?? head?.around.before ?? null,
      types: ownTypes(parts, around, list.length, plural),
      list: k,
    }
  })
}

/** A plural noun types the names of a list; beside one unknown name ("aid camps") it types nothing. */
const ownTypes = (
  parts: NameParts,
  around: Surroundings,
  length: number,
  plural: readonly PlaceType[],
): readonly PlaceType[] => {
  if (length === 1) return parts.known === null ? around.types.filter((type) => !type.plural) : around.types
  return around.types.length > 0 ? around.types : plural
}
