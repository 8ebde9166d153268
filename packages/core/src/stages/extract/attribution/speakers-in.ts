import type { PatternMatch } from '../../../lexicon/patterns.ts'
import type { SourceType } from '../../../model/claim.ts'
import type { TokenRange } from './noun-phrase.ts'
import type { Speaker } from './speech.ts'
import { type Reader, tokenAt } from './speech-reader.ts'

/** The typed sources inside a stretch: of "a spokesperson for the Civil Defence" what the speaker speaks for. */
export const typedWithin = (reader: Reader, first: number, last: number): readonly Speaker[] => {
  const found: Speaker[] = []
  for (let at = first; at < last; at++) {
    const match = reader.typed.get(at)
    if (match !== undefined && match.last <= last) found.push({ first: at, last: match.last, type: match.value })
  }
  const best =
    found.findLast((speaker) => speaker.type !== 'official' && speaker.type !== 'unnamed') ?? found[found.length - 1]
  return best === undefined ? [] : [best]
}

/** What a noun phrase names as a speaker: nothing, unless it holds a source's word or a name. */
export const speakersIn = (reader: Reader, range: TokenRange | null, lenient: boolean): readonly Speaker[] => {
  if (range === null) return []
  const matches: PatternMatch<SourceType>[] = []
  for (let at = range.first; at < range.last; at++) {
    const match = reader.typed.get(at)
    if (match !== undefined && match.last <= range.last) matches.push(match)
  }
  const trimmed = trimArticle(reader, range)
  const best = matches.reduce<PatternMatch<SourceType> | undefined>(
    (a, b) => (a === undefined || rank(b.value) > rank(a.value) ? b : a),
    undefined,
  )
  if (best !== undefined) return [{ ...behindOthers(reader, trimmed, best), type: best.value }]
  const named = isName(reader, trimmed)
  return named || (lenient && trimmed.last > trimmed.first) ? [{ ...trimmed, type: named ? 'other' : 'unnamed' }] : []
}

/**
 * "killing 11 children state media said", "blasts to hit the district state television said": people, and a plain noun before a
 * medium of the state, are of what was told before.
 */
const behindOthers = (reader: Reader, range: TokenRange, { first, value }: PatternMatch<SourceType>): TokenRange => {
  const before = tokenAt(reader, first - 1)
  if (first <= range.first || before === undefined || before.text !== before.lower || rank(value) < 2) return range
  const isPeople = before.tag === 'NOUN' && reader.people(before.form)?.number === 'plural'
  return isPeople || (before.tag === 'NOUN' && value === 'state_media') ? { first, last: range.last } : range
}

/** The more a type says, the sooner it is taken. */
const rank = (type: SourceType): number => (type === 'unnamed' ? 0 : type === 'official' ? 1 : 2)

const trimArticle = (reader: Reader, range: TokenRange): TokenRange => {
  let first = range.first
  while (first < range.last && tokenAt(reader, first)?.tag === 'DET') first++
  return first < range.last ? { first, last: range.last } : range
}

const isName = (reader: Reader, range: TokenRange): boolean => {
  const last = tokenAt(reader, range.last - 1)
  const isNominal =
    last?.tag === 'PROPN' || last?.tag === 'NOUN' || (last?.tag === 'VERB' && range.last - range.first > 1)
  return last !== undefined && isNominal && /^\p{Lu}/u.test(last.text)
}
