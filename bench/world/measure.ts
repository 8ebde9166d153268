import type { Incident } from '../../packages/core/src/model/incident.ts'
import type { ClaimLink } from '../../packages/core/src/pipeline/layers.ts'
import type { Report } from './reports.ts'
import { claimId } from './to-layers.ts'
import type { World } from './world.ts'

/** Sums that can be added over worlds. */
export interface Tally {
  readonly reports: number
  readonly claims: number
  readonly precision: number
  readonly recall: number
  readonly truths: number
  readonly within: number
  readonly closed: number
  readonly width: number
  readonly dead: number
  readonly doubled: number
  readonly origins: number
  readonly trueOrigins: number
}

/** What the record made of a world, against what truly happened. */
export const measure = (
  world: World,
  reports: readonly Report[],
  links: readonly ClaimLink[],
  incidents: readonly Incident[],
): Tally => {
  const truthOf = new Map<string, string>()
  for (const report of reports)
    report.told.forEach((one, i) => {
      if (one.incident !== null) truthOf.set(claimId(report, i), one.incident.id)
    })
  const linked = new Map<string, string>(
    links.filter((link) => link.kind === 'incident').map((link) => [link.claim, link.incident]),
  )
  return {
    reports: reports.length,
    claims: truthOf.size,
    ...bCubed(truthOf, linked),
    ...figures(world, truthOf, linked, incidents),
    ...originTally(reports, linked, incidents),
  }
}

const bCubed = (
  truthOf: ReadonlyMap<string, string>,
  linked: ReadonlyMap<string, string>,
): Pick<Tally, 'precision' | 'recall'> => {
  const both = new Map<string, number>()
  const [inTruth, inRecord] = [new Map<string, number>(), new Map<string, number>()]
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  for (const [claim, truth] of truthOf) {
    const record = linked.get(claim) ?? claim
    add(both, `${truth} ${record}`)
    add(inTruth, truth)
    add(inRecord, record)
  }
  let [precision, recall] = [0, 0]
  for (const [pair, n] of both) {
    const [truth = '', record = ''] = pair.split(' ')
    precision += (n * n) / (inRecord.get(record) ?? 1)
    recall += (n * n) / (inTruth.get(truth) ?? 1)
  }
  return { precision, recall }
}

/** Each true incident is looked for in the record's incident that holds most of its claims; the others double its dead. */
const figures = (
  world: World,
  truthOf: ReadonlyMap<string, string>,
  linked: ReadonlyMap<string, string>,
  incidents: readonly Incident[],
): Pick<Tally, 'truths' | 'within' | 'closed' | 'width' | 'dead' | 'doubled'> => {
  const shares = new Map<string, Map<string, number>>()
  for (const [claim, truth] of truthOf) {
    const record = linked.get(claim)
    if (record === undefined) continue
    const own = shares.get(truth) ?? new Map<string, number>()
    own.set(record, (own.get(record) ?? 0) + 1)
    shares.set(truth, own)
  }
  const byCode = new Map(incidents.map((one) => [one.code, one]))
  const main = new Map(
    [...shares].map(([truth, own]) => [
      truth,
      [...own].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? '',
    ]),
  )
  const mains = new Set(main.values())
  let [truths, within, closed, width, dead] = [0, 0, 0, 0, 0]
  for (const truth of world.incidents) {
    const figure = byCode.get(main.get(truth.id) ?? '')?.figures.killed?.all
    dead += truth.killed
    truths++
    if (figure === undefined) continue
    if ((figure.low ?? 0) <= truth.killed && truth.killed <= (figure.high ?? Number.POSITIVE_INFINITY)) within++
    if (figure.high === null) continue
    closed++
    width += (figure.high - (figure.low ?? 0)) / truth.killed
  }
  const extra = incidents.filter((one) => one.kind === 'incident' && !mains.has(one.code))
  const doubled = extra.reduce((sum, one) => sum + (one.figures.killed?.all.best ?? 0), 0)
  return { truths, within, closed, width, dead, doubled }
}

/** Origins that the record counts, and how many of them truly are different words. */
const originTally = (
  reports: readonly Report[],
  linked: ReadonlyMap<string, string>,
  incidents: readonly Incident[],
): Pick<Tally, 'origins' | 'trueOrigins'> => {
  const words = new Map<string, Set<string>>()
  for (const report of reports)
    report.told.forEach((one, i) => {
      const record = linked.get(claimId(report, i))
      if (record === undefined || one.incident === null) return
      const original = report.copyOf === null ? report : undefined
      const who =
        one.source === null
          ? (original?.outlet ?? null)
          : one.source.type === 'unnamed'
            ? (original?.id ?? null)
            : one.source.name
      if (who !== null) words.set(record, (words.get(record) ?? new Set()).add(who))
    })
  let [origins, trueOrigins] = [0, 0]
  for (const one of incidents) {
    if (one.kind !== 'incident') continue
    origins += one.origins.length
    trueOrigins += Math.min(one.origins.length, words.get(one.code)?.size ?? 1)
  }
  return { origins, trueOrigins }
}

/** Two tallies as one. */
export const addTallies = (a: Tally, b: Tally): Tally =>
  Object.fromEntries(Object.entries(a).map(([key, value]) => [key, value + b[key as keyof Tally]])) as unknown as Tally
