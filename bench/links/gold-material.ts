/** The claims coded by hand with their places as the built-in gazetteer has them: what linking is taught and measured on. */

import { foldName } from '../../packages/core/src/gazetteer/fold-name.ts'
import type { Gazetteer } from '../../packages/core/src/gazetteer/gazetteer.ts'
import type { Claim, PlaceMention } from '../../packages/core/src/model/claim.ts'
import type { ClaimPlaces, Place, PlacePrecision } from '../../packages/core/src/model/place.ts'
import type { Organisations } from '../../packages/core/src/origins/organisations.ts'
import { loadBuiltInGazetteer } from '../../packages/core/src/testing/gazetteers.ts'
import { claimsFromGold, type GoldClaim } from '../../packages/core/src/testing/gold-claims.ts'
import { loadLexicon } from '../../packages/core/src/testing/lexicons.ts'
import { loadOrganisations } from '../../packages/core/src/testing/organisations.ts'
import { readSharedLines } from '../../packages/core/src/testing/shared.ts'
import { readText } from '../../packages/core/src/text/reader.ts'
import { recognisePlaces } from '../../packages/core/src/toponyms/recognise-places.ts'
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
  const gazetteer = loadBuiltInGazetteer()
  const toponyms = toponymsByDocument(new Set(gold.map((line) => line.doc)), gazetteer)
  const claims = plain.map((claim) => ({
    ...claim,
    places: claim.places.map((mention) => known(mention, toponyms.get(claim.document))),
  }))
  const places = claims.map((claim) => ({
    claim: claim.id,
    places: claim.places.map((mention) => placeOf(mention, toponyms.get(claim.document), gazetteer)),
  }))
  return { ...common, claims, places }
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

type Known = ReadonlyMap<string, Toponym>

const toponymsByDocument = (wanted: ReadonlySet<string>, gazetteer: Gazetteer): ReadonlyMap<string, Known> => {
  const lexicon = loadLexicon('en')
  const documents = readSharedLines<{ doc: string; text: string }>('data/news-dev.jsonl')
  return new Map(
    documents
      .filter(({ doc }) => wanted.has(doc))
      .map(({ doc, text }) => {
        const found = recognisePlaces(readText(text, 'en', lexicon), lexicon, gazetteer)
        return [doc, new Map(found.map((toponym) => [foldName(toponym.text), toponym]))]
      }),
  )
}

const known = (mention: PlaceMention, toponyms: Known | undefined): PlaceMention => {
  const toponym = toponyms?.get(foldName(mention.text))
  return toponym === undefined ? mention : { ...mention, kind: toponym.kind, within: toponym.within }
}

/** Where the material is from; a document's other places tell it in the pipeline. */
const COUNTRY = 'SY'

const placeOf = (mention: PlaceMention, toponyms: Known | undefined, gazetteer: Gazetteer): Place | null => {
  const name = toponyms?.get(foldName(mention.text))?.name ?? mention.text
  const found = gazetteer.lookup(name, { country: COUNTRY, limit: 3 }).find(({ likeness }) => likeness > 0.9)
  if (found === undefined) return null
  const { entry } = found
  const precision: PlacePrecision =
    mention.kind === 'area'
      ? 5
      : entry.kind === 'country'
        ? 6
        : entry.kind === 'admin'
          ? entry.level === 1
            ? 4
            : 3
          : 1
  return {
    kind: 'place',
    text: mention.text,
    name: entry.name,
    lat: entry.lat,
    lon: entry.lon,
    precision,
    radius: entry.radius ?? (precision === 1 ? 5_000 : 60_000),
    country: entry.country,
    admin1: entry.admin1,
    pcode: null,
    gazetteerId: entry.id,
    gazetteer: gazetteer.version,
    runnersUp: [],
  }
}
