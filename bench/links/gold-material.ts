/** The claims coded by hand with their places as the built-in gazetteer has them: what linking is taught and measured on. */

import { foldName } from '../../packages/core/src/gazetteer/fold-name.ts'
import type { Gazetteer } from '../../packages/core/src/gazetteer/gazetteer.ts'
import type { Lexicon } from '../../packages/core/src/lexicon/lexicon.ts'
import type { Claim, PlaceMention } from '../../packages/core/src/model/claim.ts'
import type { DocumentId, TextId } from '../../packages/core/src/model/document.ts'
import type { ClaimPlaces } from '../../packages/core/src/model/place.ts'
import type { Organisations } from '../../packages/core/src/origins/organisations.ts'
import type { Layers } from '../../packages/core/src/pipeline/layers.ts'
import type { Context } from '../../packages/core/src/pipeline/stage.ts'
import { geocodeStage } from '../../packages/core/src/stages/geocode/index.ts'
import { loadBuiltInGazetteer } from '../../packages/core/src/testing/gazetteers.ts'
import { claimsFromGold, documentOf, type GoldClaim } from '../../packages/core/src/testing/gold-claims.ts'
import { loadLexicon } from '../../packages/core/src/testing/lexicons.ts'
import { loadOrganisations } from '../../packages/core/src/testing/organisations.ts'
import { readSharedLines } from '../../packages/core/src/testing/shared.ts'
import type { ReadText } from '../../packages/core/src/text/read-text.ts'
import { readText } from '../../packages/core/src/text/reader.ts'
import { mentionOf, recognisePlaces } from '../../packages/core/src/toponyms/recognise-places.ts'
import type { Toponym } from '../../packages/core/src/toponyms/toponym.ts'

export interface GoldMaterial {
  readonly gold: readonly GoldClaim[]
  readonly claims: readonly Claim[]
  readonly places: readonly ClaimPlaces[]
  /** Claim id → the key of its incident. */
  readonly keys: ReadonlyMap<string, string>
  readonly organisations: Organisations
}

/** The material: with `located: false` no gazetteer is asked, and only names tell places apart. */
export const goldMaterial = (located: boolean): GoldMaterial => {
  const gold = readSharedLines<GoldClaim>('gold/news-dev.jsonl')
  const keyed = readSharedLines<{ id: string; incident: string }>('gold/news-dev.incidents.jsonl')
  const organisations = loadOrganisations()
  const plain = claimsFromGold(gold, organisations)
  const common = { gold, organisations, keys: new Map(keyed.map((line) => [line.id, line.incident])) }
  if (!located) return { ...common, claims: plain, places: [] }
  const context = {
    today: '2020-01-01',
    lexicons: new Map([['en', loadLexicon('en')]]),
    gazetteer: loadBuiltInGazetteer(),
    organisations,
  }
  const read = readDocuments(new Set(gold.map((line) => line.doc)))
  const claims = plain.map((claim) => withToponyms(claim, read.readings.get(claim.document), context))
  const { places } = geocodeStage.run({ ...read, claims }, context)
  return { ...common, claims, places }
}

type Read = Pick<Layers, 'documents' | 'readings'>

const readDocuments = (wanted: ReadonlySet<string>): Read => {
  const own = readSharedLines<{ doc: string; outlet: string; published: string; text: string }>(
    'data/news-dev.jsonl',
  ).filter(({ doc }) => wanted.has(doc))
  return {
    documents: own.map(({ doc, outlet, published, text }) => ({
      document: documentOf(doc, outlet, published),
      text: { id: doc as TextId, content: text },
    })),
    readings: new Map(own.map(({ doc, text }) => [doc as DocumentId, readText(text, 'en', loadLexicon('en'))])),
  }
}

/** The lines coded by hand give only a place's words: its kind and what it lies in are read in the document. */
const withToponyms = (claim: Claim, reading: ReadText | undefined, context: Context): Claim => {
  const lexicon = context.lexicons.get('en')
  if (reading === undefined || lexicon === undefined) return claim
  const found = toponymsOf(reading, lexicon, context.gazetteer)
  return {
    ...claim,
    places: claim.places.map((mention) => {
      const same = found.filter((toponym) => foldName(toponym.text) === foldName(mention.text))
      const near = same.sort((a, b) => Math.abs(a.start - claim.start) - Math.abs(b.start - claim.start))[0]
      return near === undefined ? mention : { ...mentionOf(near, mention.certainty), text: mention.text }
    }),
  }
}

const recognised = new WeakMap<ReadText, readonly Toponym[]>()
const toponymsOf = (reading: ReadText, lexicon: Lexicon, gazetteer: Gazetteer): readonly Toponym[] => {
  const known = recognised.get(reading) ?? recognisePlaces(reading, lexicon, gazetteer)
  recognised.set(reading, known)
  return known
}

/**
 * The seeds: every named place and day of theirs is one incident, the wording of a place aside; only names tell them apart,
 * since no built-in gazetteer has their villages.
 */
export const seedMaterial = (): GoldMaterial => {
  const organisations = loadOrganisations()
  const gold = readSharedLines<GoldClaim>('gold/seeds.jsonl')
  const claims = claimsFromGold(gold, organisations, (text) => seedKind(text))
  const keyOf = (line: GoldClaim) =>
    `${line.scope} ${(line.places ?? [])[0]?.replace('Kafr Taal', 'Kfar Taal')} ${line.to}`
  const linked = gold.filter((line) => line.scope === 'incident' || line.scope === 'total')
  return { gold, claims, organisations, places: [], keys: new Map(linked.map((line) => [line.id, keyOf(line)])) }
}

const seedKind = (text: string): PlaceMention['kind'] => {
  if (text === 'Syria') return 'country'
  return /^(north|rural)/.test(text) ? 'area' : text === 'Idlib' ? 'admin' : 'settlement'
}
