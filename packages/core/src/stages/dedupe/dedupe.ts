import type { Lexicon } from '../../lexicon/lexicon.ts'
import { compiledFrom } from '../../lexicon/lexicon.ts'
import type { CopyRelation } from '../../model/copy.ts'
import type { DocumentText, ReusedPassage } from '../../pipeline/layers.ts'
import type { Stage } from '../../pipeline/stage.ts'
import { type Comparison, compareTexts, containmentOf } from './compare-texts.ts'
import { directionOf } from './copy-direction.ts'
import { copyKindOf } from './copy-kind.ts'
import { fingerprintOfWords } from './fingerprint.ts'
import { fingerprintIndex } from './fingerprint-index.ts'
import { passagesOf } from './passages-of.ts'
import { preparedCache } from './prepared-cache.ts'
import { type PreparedText, prepareText } from './prepared-text.ts'
import { hashOf } from './words.ts'

/** With so many of the likest others each document is compared. */
const MAX_CANDIDATES = 12
/** With so many of these sentence by sentence. */
const MAX_ALIGNED = 5

/**
 * Tells which documents are copies of which, and which passages they share. Every relation stands between two documents
 * that were compared word by word; nothing is concluded over a third, so that one round-up never ties two stories.
 */
export const dedupe: Stage<'documents', 'copies' | 'passages'> = {
  name: 'dedupe',
  version: '1',
  needs: ['documents'],
  adds: ['copies', 'passages'],
  run: ({ documents }, { lexicons }) => {
    const numberWords = new Set([...lexicons.values()].flatMap((lexicon) => [...numberWordsOf(lexicon)]))
    const pairs = comparePairs(inOrder(documents), numberWords)
    return { copies: strongest(pairs), passages: pairs.flatMap(({ passages }) => passages) }
  },
}

/** Two related documents. */
interface Pair {
  readonly relation: CopyRelation
  readonly passages: readonly ReusedPassage[]
}

/** An order that does not depend on that of arrival: by day, then by name. */
const inOrder = (documents: readonly DocumentText[]): readonly DocumentText[] => {
  const keyed = documents.map((one) => ({
    one,
    key: [one.document.published ?? '9999', one.document.doc, one.document.id].join('\0'),
  }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ one }) => one)
}

const comparePairs = (documents: readonly DocumentText[], numberWords: ReadonlySet<number>): readonly Pair[] => {
  const index = fingerprintIndex()
  const cache = preparedCache((at) => prepare(documents[at]))
  const pairs: Pair[] = []
  documents.forEach((later, at) => {
    const prepared = cache.get(at)
    const fingerprint = fingerprintOfWords(prepared.words)
    const candidates = index
      .candidatesOf(fingerprint, MAX_CANDIDATES)
      .map((number) => ({ number, text: cache.get(number) }))
    for (const { number, text } of likest(prepared, candidates)) {
      const earlier = documents[number]
      const pair = earlier === undefined ? null : relate(later, prepared, earlier, text, numberWords)
      if (pair !== null) pairs.push(pair)
    }
    index.add(at, fingerprint)
  })
  return pairs
}

interface Candidate {
  readonly number: number
  readonly text: PreparedText
}

/** The candidates that share most, the earliest of nearly equals first: only they are aligned sentence by sentence. */
const likest = (prepared: PreparedText, candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates
    .map((one) => ({ ...one, share: Math.round(Math.max(...containmentOf(prepared, one.text)) * 20) }))
    .sort((a, b) => b.share - a.share || a.number - b.number)
    .slice(0, MAX_ALIGNED)

const prepare = (one: DocumentText | undefined): PreparedText =>
  prepareText(one?.text.content ?? '', one?.document.zones ?? [])

const relate = (
  a: DocumentText,
  preparedA: PreparedText,
  b: DocumentText,
  preparedB: PreparedText,
  numberWords: ReadonlySet<number>,
): Pair | null => {
  const fromA = compareTexts(preparedA, preparedB, numberWords)
  if (fromA.matches.length === 0 && fromA.containment === 0) return null
  const { firstIsCopy, why } = directionOf(a.document, b.document, fromA)
  return firstIsCopy ? pairOf(a, b, fromA, why) : pairOf(b, a, compareTexts(preparedB, preparedA, numberWords), why)
}

const pairOf = (copy: DocumentText, original: DocumentText, comparison: Comparison, why: string): Pair | null => {
  const kind = copyKindOf(comparison)
  if (kind === null) return null
  const ids = { document: copy.document.id, of: original.document.id }
  const containment = Math.round(comparison.containment * 1000) / 1000
  return {
    relation: { ...ids, relation: kind, containment, why },
    passages: passagesOf(comparison.matches).map((span) => ({ ...ids, ...span })),
  }
}

/** Of the documents that one copies whole, only the likest is named, the earliest of equals; quotations are all named. */
const strongest = (pairs: readonly Pair[]): readonly CopyRelation[] => {
  const best = new Map<string, CopyRelation>()
  for (const { relation } of pairs) {
    if (relation.relation === 'quotes') continue
    const known = best.get(relation.document)
    if (known === undefined || likeness(relation) > likeness(known)) best.set(relation.document, relation)
  }
  const quotes = pairs
    .map(({ relation }) => relation)
    .filter((one) => one.relation === 'quotes' && !best.has(one.document))
  return [...best.values(), ...quotes]
}

/** In steps, so that the earliest of nearly equal originals wins: reprints stand around it like a star, never in a chain. */
const likeness = ({ relation, containment }: CopyRelation): number =>
  (relation === 'reworded' ? 0 : 2) + Math.round(containment * 20) / 20

/** Hashes of the single words that are numbers. */
const numberWordsOf = compiledFrom(
  (lexicon: Lexicon): ReadonlySet<number> =>
    new Set(
      lexicon
        .table('numbers')
        .filter((row) => (row.value ?? '') !== '' && !(row.words ?? '').includes(' '))
        .map((row) => hashOf((row.words ?? '').toLowerCase())),
    ),
)
