import type { Toponym } from '../../../toponyms/toponym.ts'
import type { ClaimCore } from '../claim-core.ts'
import type { ArabicReading } from './arabic-reading.ts'

/** Where a claim's harm happened, and how far the words for it were to fetch. */
export interface PlacesFound {
  readonly places: readonly Toponym[]
  readonly cost: number
}

const SENTENCE_COST = 6
/** A claim takes its place from so many sentences before it, or from one behind it. */
const BACK = 6

/**
 * The most exact places told with a claim (`beside` = the claims of its sentence): between it and the next number of its sentence; else before it; else with another
 * number of the sentence; else in the sentences before, the nearest first; else in the one behind.
 */
export const arabicPlacesOf = (
  core: ClaimCore,
  beside: readonly ClaimCore[],
  reading: ArabicReading,
): PlacesFound | null => {
  const here = reading.placesIn(core.sentence)
  const next = beside.find(({ first }) => first >= core.last)
  const before = beside.findLast(({ last }) => last <= core.first)
  const own = here.filter(({ first }) => first >= core.first && first < (next?.first ?? Number.POSITIVE_INFINITY))
  if (own.length > 0) return { places: exact(group(own)), cost: 0 }
  const led = here.filter(({ first }) => first < core.first && first >= (before?.last ?? 0))
  const isLed = before === undefined || hasBreak(before, core, reading)
  if (led.length > 0 && isLed) return { places: exact(led), cost: 2 }
  if (here.length > 0) {
    const behind = here.filter(({ first }) => first >= core.last)
    const others =
      behind.length > 0 && next !== undefined
        ? behind.filter(({ first }) => first < (after(beside, next)?.first ?? Number.POSITIVE_INFINITY))
        : []
    return { places: exact(group(others.length > 0 ? others : led.length > 0 ? led : here)), cost: 4 }
  }
  for (let back = 1; back <= BACK; back++) {
    const places = reading.placesIn(core.sentence - back)
    if (places.length > 0) return { places: exact(group(places)), cost: SENTENCE_COST * back }
  }
  const behind = reading.placesIn(core.sentence + 1)
  return behind.length === 0 ? null : { places: exact(group(behind)), cost: 2 * SENTENCE_COST }
}

const after = (cores: readonly ClaimCore[], core: ClaimCore): ClaimCore | undefined =>
  cores.find(({ first }) => first >= core.last)

/** A semicolon between two claims: the second's place may stand before it. */
const hasBreak = (before: ClaimCore, core: ClaimCore, { view }: ArabicReading): boolean => {
  for (let at = before.last; at < core.first; at++) if (BREAKS.has(view.tokens[at]?.lower ?? '')) return true
  return false
}

const BREAKS = new Set([';', '\u061b', '.', ':'])

/** Tokens between places told together ("في سرموق وواشيرة ولومق"). */
const TOGETHER = 4

/** The first place and those that are told right with it. */
const group = (places: readonly Toponym[]): readonly Toponym[] => {
  const together: Toponym[] = []
  for (const place of places) {
    const before = together[together.length - 1]
    if (before !== undefined && place.first - before.last > TOGETHER) break
    together.push(place)
  }
  return together
}

/** Without the wider places that hold another, or stand beside an exact one, and without said again. */
const exact = (places: readonly Toponym[]): readonly Toponym[] => {
  const holders = new Set(places.flatMap(({ within }) => within))
  const inner = places.filter(({ name }) => !holders.has(name))
  const settled = inner.filter(({ kind }) => kind === 'settlement' || kind === 'unknown')
  const best = settled.length > 0 ? settled : inner.filter(({ kind }) => kind !== 'country')
  const chosen = best.length > 0 ? best : inner
  return chosen.filter((place, i) => chosen.findIndex(({ name }) => name === place.name) === i)
}
