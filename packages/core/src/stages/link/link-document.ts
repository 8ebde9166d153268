import { type Claim, type ClaimId, type CountClaim, isCountClaim, type PlaceMention } from '../../model/claim.ts'
import type { Organisations } from '../../origins/organisations.ts'
import { averageLinkage } from './average-linkage.ts'
import type { Decisions } from './constraints.ts'
import { compareProfiles, type Features } from './features.ts'
import type { Item } from './item.ts'
import { logOdds, type Weights } from './log-odds.ts'
import { type Profile, profileOf } from './profile.ts'

/** What one document says of one incident: the unit that is compared between documents. */
export interface Report {
  /** The least key of its items. */
  readonly key: string
  readonly items: readonly Item[]
  readonly profile: Profile
}

/** Characters within which two statements count as told together. */
const CLOSE = 300

/**
 * Groups the items of one document by incident. A headline's "12 killed in the north" is understood here from the body;
 * claims of attacks without a number join the group that they fit, or none.
 */
export const linkDocument = (
  items: readonly Item[],
  decisions: Decisions,
  organisations: Organisations,
  weights: Weights,
): readonly Report[] => {
  const counted = items.filter((item) => isCountClaim(item.claim)).sort(inOrder)
  const index = new Map(counted.map((item, i) => [item.key, i]))
  const profiles = counted.map((item) => profileOf([item], organisations))
  const cannot = indexed(decisions.cannot, index)
  const groups = averageLinkage(counted.length, (i, j) => logOdds(featuresWithin(counted, profiles, i, j), weights), {
    must: [...indexed(decisions.must, index), ...restated(counted, profiles, cannot)],
    cannot,
  })
  const grouped = groups.map((members) => members.flatMap((i) => counted[i] ?? []))
  const attacks = items.filter((item) => !isCountClaim(item.claim)).sort(inOrder)
  return withAttacks(grouped, attacks, organisations, weights).map((members) => ({
    key: members.map((item) => item.key).sort()[0] ?? '',
    items: members,
    profile: profileOf(
      members.filter((item) => isCountClaim(item.claim)),
      organisations,
    ),
  }))
}

/**
 * What the document says again is of one incident, whatever else is told with it; unless place or time rules that out, or a
 * person has parted two of those that say it.
 */
const restated = (
  items: readonly Item[],
  profiles: readonly Profile[],
  cannot: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] => {
  const rootOf = (i: number | undefined) => rootIn(items[i ?? -1]?.claim)
  const parted = new Set(cannot.flatMap(([i, j]) => (rootOf(i) === rootOf(j) ? [rootOf(i)] : [])))
  return items.flatMap((item, j) => {
    const root = rootIn(item.claim)
    if (root === item.claim.id || parted.has(root)) return []
    const i = items.findIndex((other) => other.claim.id === root)
    return featuresWithin(items, profiles, i, j) === null ? [] : [[i, j] as const]
  })
}

/** The claim that says first what a claim says. */
const rootIn = (claim: Claim | undefined): string =>
  claim !== undefined && isCountClaim(claim) ? (claim.restates ?? claim.id) : ''

/** The features of two items of one document. */
export const featuresWithin = (
  items: readonly Item[],
  profiles: readonly Profile[],
  i: number,
  j: number,
): Features | null => {
  const [a, b, left, right] = [items[i], items[j], profiles[i], profiles[j]]
  if (a === undefined || b === undefined || left === undefined || right === undefined) return null
  if (a.claim.id === b.claim.id) return null
  const shared = compareProfiles(left, right)
  if (shared === null || areListed(items, a, b, shared) || areTwoTowns(a, b, shared)) return null
  return { ...shared, ...documentFeatures(a.claim, b.claim), ...openingFeatures(a, b) }
}

/** An addend, and a number that neither restates it nor is of its sum. */
const isOutside = (addend: CountClaim, other: CountClaim): boolean =>
  addend.relation === 'part' && other.partOf === null && addend.partOf !== other.id && other.restates !== addend.id

/** Two addends of a sum over several places, told of places of different names: different people. */
const areListed = (items: readonly Item[], one: Item, other: Item, shared: Features): boolean => {
  const [a, b] = [one.claim, other.claim]
  if (!isCountClaim(a) || !isCountClaim(b) || a.partOf === null || a.partOf !== b.partOf) return false
  if (a.relation !== 'part' || b.relation !== 'part' || a.metric !== b.metric) return false
  const overPlaces = items.some((item) => item.claim.id === a.partOf && item.kind === 'rollup')
  const apart = shared.placeUnlike !== undefined || (shared.placeMayHold !== undefined && areClose(a, b))
  return overPlaces && apart
}

/** A document that names two towns for two numbers tells two incidents, unless it says that one repeats the other. */
const areTwoTowns = (a: Item, b: Item, shared: Features): boolean =>
  shared.placeSame === undefined && areTowns(a) && areTowns(b) && !restates(a.claim, b.claim)

/** One says the number of the other again, or both that of a third. */
const restates = (a: Claim, b: Claim): boolean => isCountClaim(a) && isCountClaim(b) && rootIn(a) === rootIn(b)

/** Whether all its places were found themselves, not by what holds them, and each is a town or village: however near, two of them are two. */
const areTowns = ({ views }: Item): boolean =>
  views.length > 0 && views.every(({ place, mention: { kind } }) => place?.precision === 1 && TOWNS.has(kind))

const TOWNS: ReadonlySet<PlaceMention['kind']> = new Set(['settlement', 'unknown'])

const areClose = (a: Claim, b: Claim): boolean => Math.max(a.start, b.start) - Math.min(a.end, b.end) < CLOSE

const documentFeatures = (a: Claim, b: Claim): Features => {
  if (!isCountClaim(a) || !isCountClaim(b)) return {}
  const related = (child: typeof a, parent: ClaimId, relation: 'part' | 'subset') =>
    child.partOf === parent && child.relation === relation
  const either = (relation: 'part' | 'subset') => related(a, b.id, relation) || related(b, a.id, relation)
  const siblings = a.partOf !== null && a.partOf === b.partOf && a.relation === 'part' && b.relation === 'part'
  return {
    ...(restates(a, b) ? { restates: 1 } : {}),
    ...(either('part') ? { partOf: 1 } : {}),
    ...(either('subset') ? { subsetOf: 1 } : {}),
    ...(siblings ? { siblings: 1 } : {}),
    ...(a.metric === b.metric && (isOutside(a, b) || isOutside(b, a)) ? { outsideSum: 1 } : {}),
    ...(areClose(a, b) ? { close: 1 } : {}),
  }
}

/** Reports open with the wider area and go on to the place. What later names a wider area only tells of something else. */
const openingFeatures = (a: Item, b: Item): Features => {
  const [first, second] = a.claim.start <= b.claim.start ? [a, b] : [b, a]
  const [before, after] = [breadthOf(first), breadthOf(second)]
  if (before === null || after === null || before === after) return {}
  return before > after ? { broadFirst: 1 } : { broadLater: 1 }
}

/** 0 a place, 1 an area, 2 a country; null where no place is named. */
const breadthOf = ({ views }: Item): number | null => {
  if (views.length === 0) return null
  return Math.min(...views.map((view) => (view.mention.kind === 'country' ? 2 : view.broad ? 1 : 0)))
}

/** Puts each claim of an attack with the group it fits best, if any scores above zero. */
const withAttacks = (
  groups: readonly (readonly Item[])[],
  attacks: readonly Item[],
  organisations: Organisations,
  weights: Weights,
): readonly (readonly Item[])[] => {
  const joined = groups.map((group) => [...group])
  const profiles = groups.map((group) => profileOf(group, organisations))
  for (const attack of attacks) {
    const mine = profileOf([attack], organisations)
    const scores = profiles.map((profile) => logOdds(supportOf(profile, mine), weights))
    const best = scores.reduce((top, score, i) => (score > (scores[top] ?? 0) ? i : top), 0)
    if ((scores[best] ?? 0) > 0) joined[best]?.push(attack)
  }
  return joined
}

/** An attack supports an incident only where both are placed and the places agree. */
const supportOf = (incident: Profile, attack: Profile): Features | null => {
  if (incident.kind === 'rollup') return null
  const features = compareProfiles(incident, attack)
  const placed = features !== null && (features.placeSame ?? features.placeNear ?? features.placeLike) !== undefined
  return placed ? features : null
}

const inOrder = (a: Item, b: Item): number =>
  a.claim.start - b.claim.start || a.claim.end - b.claim.end || (a.key < b.key ? -1 : 1)

const indexed = (
  pairs: readonly (readonly [string, string])[],
  index: ReadonlyMap<string, number>,
): readonly (readonly [number, number])[] =>
  pairs.flatMap(([a, b]) => {
    const i = index.get(a)
    const j = index.get(b)
    return i === undefined || j === undefined ? [] : [[i, j] as const]
  })
