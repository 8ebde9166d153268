import type { ClaimId, Metric, Status } from '../../model/claim.ts'
import type { Bounds } from '../../model/count.ts'
import type { Day } from '../../model/time-range.ts'
import type { OriginRoot } from '../../origins/origin-of.ts'
import { type CountWitness, type Evidence, hasNumber, statedBounds, witnessesOf } from './evidence.ts'

/** What one document says of one metric on one origin's word: the whole, and by status where it divides it. */
export interface Statement extends Bounds {
  /** Bounds that only a sum of parts or a subset gives: a floor, not a count. */
  readonly floor: boolean
  readonly byStatus: ReadonlyMap<Status, Bounds>
  readonly claims: readonly ClaimId[]
  readonly day: Day | null
  readonly documents: readonly string[]
}

/** The one vote of an origin: its latest statement. `low: null` = it gives no lowest number, `high: null` = open. */
export interface Vote extends Statement {
  readonly origin: OriginRoot
  readonly enemy: boolean
  /** The fewest that its vague words can mean when it gives no number at all. */
  readonly vague: { readonly least: number; readonly acled: number } | null
  /** Earlier statements that the latest one replaced. */
  readonly superseded: readonly Statement[]
}

/** The votes on one metric, one for each origin, in the order of the origins' keys. */
export const votesOf = (evidence: Evidence, metric: Metric): readonly Vote[] => {
  const witnesses = witnessesOf(evidence, metric)
  const byOrigin = groups(witnesses, (witness) => witness.origin.key + (witness.enemy ? '!' : ''))
  const here = new Set(witnesses.map((witness) => witness.claim.id))
  return [...byOrigin.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, own]) => voteOf(own, here, evidence))
}

const voteOf = (own: readonly CountWitness[], here: ReadonlySet<ClaimId>, evidence: Evidence): readonly Vote[] => {
  const [first] = own
  if (first === undefined) return []
  const statements = [...groups(own, (witness) => witness.source).values()]
    .map((said) => statementOf(said, here))
    .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : (a.day ?? '') > (b.day ?? '') ? 1 : 0))
  const counted = statements.filter((statement) => statement.low !== null || statement.high !== null)
  const latest = latestOf(counted.length > 0 ? counted : statements)
  if (latest === null) return []
  const superseded = counted.filter((statement) => !latest.documents.some((id) => statement.documents.includes(id)))
  const vague = counted.length > 0 ? null : vagueOf(own, evidence)
  return [{ ...latest, origin: first.origin, enemy: first.enemy, vague, superseded }]
}

/** The statement of the last day; what several documents of that day say on one word is one statement. */
const latestOf = (statements: readonly Statement[]): Statement | null => {
  const last = statements[statements.length - 1]
  if (last === undefined) return null
  const whole = statements.filter((statement) => !statement.floor)
  const day = (whole[whole.length - 1] ?? last).day
  const final = (whole.length > 0 ? whole : statements).filter((statement) => statement.day === day)
  return final.reduce(merged)
}

const merged = (a: Statement, b: Statement): Statement => ({
  ...hull(a, b),
  floor: a.floor && b.floor,
  byStatus: mergedMaps(a.byStatus, b.byStatus),
  claims: [...a.claims, ...b.claims],
  day: a.day,
  documents: [...a.documents, ...b.documents],
})

const mergedMaps = (a: ReadonlyMap<Status, Bounds>, b: ReadonlyMap<Status, Bounds>): ReadonlyMap<Status, Bounds> => {
  const all = new Map(a)
  for (const [status, bounds] of b) {
    const mine = all.get(status)
    all.set(status, mine === undefined ? bounds : hull(mine, bounds))
  }
  return all
}

/** The claims of one origin in one text: wholes, else the sum of its parts or its largest subset as a floor. */
const statementOf = (own: readonly CountWitness[], here: ReadonlySet<ClaimId>): Statement => {
  const isPiece = ({ claim }: CountWitness) => claim.partOf !== null && here.has(claim.partOf)
  const wholes = distinct(own.filter((witness) => !isPiece(witness) && hasNumber(witness.claim)))
  const parts = ofOneDocument(
    own.filter((witness) => witness.claim.relation === 'part' && isPiece(witness) && hasNumber(witness.claim)),
  )
  const days = own.map((witness) => witness.document.updated ?? witness.document.published).sort()
  const common = {
    claims: own.map((witness) => witness.claim.id).sort(),
    day: days[days.length - 1] ?? null,
    documents: [...new Set(own.map((witness) => witness.source))],
  }
  if (wholes.length > 0) return { ...wholeOf(wholes), floor: false, ...common }
  const subsets = own.filter((witness) => isPiece(witness) && witness.claim.relation === 'subset')
  const largest = Math.max(0, ...subsets.map(({ claim }) => statedBounds(claim).low ?? 0))
  if (parts.length === 0 && largest === 0)
    return { low: null, high: null, floor: false, byStatus: new Map(), ...common }
  return { low: Math.max(largest, sumOfLows(parts)), high: null, floor: true, byStatus: sumsByStatus(parts), ...common }
}

/** Copies of one document repeat its claims: each number of each status counts once. */
const distinct = (witnesses: readonly CountWitness[]): readonly CountWitness[] => {
  const seen = new Map<string, CountWitness>()
  for (const witness of [...witnesses].sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1))) {
    const key = JSON.stringify([witness.claim.count, witness.claim.status])
    if (!seen.has(key)) seen.set(key, witness)
  }
  return [...seen.values()]
}

/** Copies repeat their addends too: they are added up in one document only, the one that lists the most. */
export const ofOneDocument = (witnesses: readonly CountWitness[]): readonly CountWitness[] =>
  [...groups(witnesses, (witness) => witness.document.id).entries()].sort(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  )[0]?.[1] ?? []

/**
 * What one origin counts in one text. Numbers told side by side ("20 soldiers and two fighters", "50 fighters and eight
 * civilians") are of different people and add up; of other numbers the largest is the whole, and smaller ones that cannot
 * be it are taken for some of the same people.
 */
const wholeOf = (wholes: readonly CountWitness[]): Bounds & { readonly byStatus: ReadonlyMap<Status, Bounds> } => {
  const byStatus = new Map<Status, Bounds>()
  for (const [status, own] of groups(listsOf(wholes), (list) => list.status))
    byStatus.set(status, largest(own.map((list) => list.bounds)))
  const [civilian, combatant] = [byStatus.get('civilian'), byStatus.get('combatant')]
  const rest = [byStatus.get('mixed'), byStatus.get('unknown')].filter((bounds) => bounds !== undefined)
  const divided =
    civilian !== undefined && combatant !== undefined ? added(civilian, combatant) : (civilian ?? combatant)
  const all = [...rest, ...(divided === undefined ? [] : [divided])]
  return { ...largest(all), byStatus }
}

interface List {
  readonly status: Status
  readonly bounds: Bounds
}

/** Characters between two numbers of one list. */
const SIDE_BY_SIDE = 60

/** Numbers of one status that stand side by side in one document, added up; each other number alone. */
const listsOf = (wholes: readonly CountWitness[]): readonly List[] => {
  const sorted = [...wholes].sort(
    (a, b) =>
      (a.document.id < b.document.id ? -1 : a.document.id > b.document.id ? 1 : 0) || a.claim.start - b.claim.start,
  )
  const lists: List[] = []
  sorted.forEach((witness, i) => {
    const { claim } = witness
    const [before, last] = [sorted[i - 1], lists.at(-1)]
    const bounds = statedBounds(claim)
    if (before !== undefined && last !== undefined && areListed(before, witness))
      lists[lists.length - 1] = { status: claim.status, bounds: added(last.bounds, bounds) }
    else lists.push({ status: claim.status, bounds })
  })
  return lists
}

/** Two exact numbers side by side, of one status, neither of a subgroup alone ("14 people, five children"). */
const areListed = (a: CountWitness, b: CountWitness): boolean =>
  a.document.id === b.document.id &&
  a.claim.status === b.claim.status &&
  a.claim.status !== 'unknown' &&
  b.claim.start >= a.claim.end &&
  b.claim.start - a.claim.end < SIDE_BY_SIDE &&
  [a, b].every(({ claim }) => claim.count.hedge === 'exact' && !isOfSubgroup(claim))

/** All whom the claim counts are of one named subgroup: it may well be some of a larger number. */
const isOfSubgroup = ({ count, groups: named }: CountWitness['claim']): boolean =>
  Object.values(named).some(({ low }) => low !== null && low === count.low)

/** The largest number, with what others that can be the same say of it; "18" and "at least 18" leave the top open. */
const largest = (stated: readonly Bounds[]): Bounds => {
  const top = Math.max(...stated.map(({ low, high }) => low ?? high ?? 0))
  if (stated.length === 0) return { low: null, high: null }
  const fit = stated.filter(({ high }) => high === null || high >= top)
  const lows = fit.flatMap(({ low }) => low ?? [])
  const low = lows.length === 0 ? null : Math.max(...lows)
  const open = fit.some((one) => one.high === null && one.low === low)
  const highs = fit.flatMap(({ high }) => high ?? [])
  return { low, high: open || highs.length === 0 ? null : Math.min(...highs) }
}

/** Smallest low and largest high; an open end stays open unless the closed one is above what the open one says. */
export const hull = (a: Bounds, b: Bounds): Bounds => ({
  low: a.low === null ? b.low : b.low === null ? a.low : Math.min(a.low, b.low),
  high: higher(a, b),
})

const higher = (a: Bounds, b: Bounds): number | null => {
  if (a.high !== null && b.high !== null) return Math.max(a.high, b.high)
  const closed = a.high ?? b.high
  const open = a.high === null ? a.low : b.low
  if (closed === null) return null
  return open === null || closed > open ? closed : null
}

const added = (a: Bounds, b: Bounds): Bounds => ({
  low: a.low === null || b.low === null ? (a.low ?? b.low) : a.low + b.low,
  high: a.high === null || b.high === null ? null : a.high + b.high,
})

const sumOfLows = (parts: readonly CountWitness[]): number =>
  parts.reduce((sum, { claim }) => sum + (statedBounds(claim).low ?? 0), 0)

const sumsByStatus = (parts: readonly CountWitness[]): ReadonlyMap<Status, Bounds> =>
  new Map(
    [...groups(parts, ({ claim }) => claim.status)].map(([status, own]) => [
      status,
      { low: sumOfLows(own), high: null },
    ]),
  )

const vagueOf = (own: readonly CountWitness[], evidence: Evidence): Vote['vague'] => {
  const found = own.flatMap(({ claim, document }) =>
    claim.count.vague === null ? [] : (evidence.vague(claim.count.vague, document.language) ?? { least: 1, acled: 3 }),
  )
  return found.sort((a, b) => b.least - a.least)[0] ?? null
}

/** Values by a key, each group in the order given. */
export const groups = <T, K>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> => {
  const map = new Map<K, T[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = map.get(key)
    if (group === undefined) map.set(key, [value])
    else group.push(value)
  }
  return map
}
