import { describe, expect, it } from 'vitest'
import type { Context } from '../../pipeline/stage.ts'
import { loadBuiltInGazetteer } from '../../testing/gazetteers.ts'
import { type GoldClaim, goldCores } from '../../testing/gold-cores.ts'
import { loadLexicon } from '../../testing/lexicons.ts'
import { readSharedLines, sharedIsThere } from '../../testing/shared.ts'
import { readEnglish } from '../../text/read-english.ts'
import { fillSlots } from './fill-slots.ts'

interface SharedDocument {
  readonly doc: string
  readonly published: string
  readonly outlet: string
  readonly text: string
}

const words = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
    .map((word) => word.slice(0, 5))

/** Right when something of the gold is named, and nothing that the gold does not know. */
const agree = (gold: readonly string[], found: readonly string[]): boolean => {
  if (gold.length === 0 || found.length === 0) return gold.length === found.length
  return found.every((f) => gold.some((g) => words(g).some((word) => words(f).includes(word))))
}

/** Floors a little under what the rules reach when the counts are given. */
const FLOORS = { time: 0.9, means: 0.88, places: 0.87, actors: 0.79, sources: 0.87 } as const

describe.skipIf(!sharedIsThere)('the slots of the development gold (skipped where the material is absent)', () => {
  it('are right as often as they were', { timeout: 120_000 }, () => {
    const lexicon = loadLexicon('en')
    const context: Context = {
      today: '2026-01-01',
      lexicons: new Map([['en', lexicon]]),
      gazetteer: loadBuiltInGazetteer(),
    }
    const gold = readSharedLines<GoldClaim>('gold/news-dev.jsonl')
    const right = { time: 0, means: 0, places: 0, actors: 0, sources: 0 }
    for (const document of readSharedLines<SharedDocument>('data/news-dev.jsonl')) {
      const claims = gold.filter((claim) => claim.doc === document.doc).sort((a, b) => a.start - b.start)
      if (claims.length === 0) continue
      const text = readEnglish(document.text, lexicon)
      const frame = { text, zones: [], published: document.published, outlet: document.outlet }
      fillSlots(frame, goldCores(text, claims), context).forEach((slots, i) => {
        const claim = claims[i]
        if (claim === undefined) return
        right.time += slots.time.earliest === claim.from && slots.time.latest === claim.to ? 1 : 0
        right.means += slots.means === claim.means ? 1 : 0
        right.places += agree(
          claim.places,
          slots.places.map((place) => place.text),
        )
          ? 1
          : 0
        right.actors += agree(
          claim.actors,
          slots.actors.map((actor) => actor.text),
        )
          ? 1
          : 0
        right.sources += agree(
          claim.sources,
          slots.sources.map((source) => source.text),
        )
          ? 1
          : 0
        for (const mention of [...slots.places, ...slots.actors, ...slots.sources])
          expect(document.text.slice(mention.start, mention.end)).toBe(mention.text)
      })
    }
    for (const [slot, floor] of Object.entries(FLOORS))
      expect(right[slot as keyof typeof right] / gold.length, slot).toBeGreaterThanOrEqual(floor)
  })
})
