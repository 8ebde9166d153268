import { type Group, isCountClaim, type Means, type Metric, type Status } from '../../model/claim.ts'
import type { Bounds } from '../../model/count.ts'
import { nameTokens } from '../../origins/name-tokens.ts'
import type { Organisations } from '../../origins/organisations.ts'
import type { DaySpan, Item } from './item.ts'
import { type PlaceView, placeRelation } from './place-relation.ts'

/** What one document says of one incident, gathered from its claims: what pairs are compared by. */
export interface Profile {
  readonly kind: Item['kind']
  readonly views: readonly PlaceView[]
  readonly days: DaySpan | null
  readonly counts: ReadonlyMap<Metric, readonly Bounds[]>
  readonly groups: ReadonlyMap<Group, readonly Bounds[]>
  /** The means most often named; several where they are even. */
  readonly means: ReadonlySet<Means>
  readonly statuses: ReadonlySet<Status>
  /** Parties that are said to have done it, or the folded words that name them. */
  readonly actors: ReadonlySet<string>
  /** Whether all actors are parties of the list: only then can two sets differ. */
  readonly actorsKnown: boolean
  readonly speakers: ReadonlySet<string>
}

/** The profile of a group of items of one document. */
export const profileOf = (items: readonly Item[], organisations: Organisations): Profile => {
  const counts = new Map<Metric, Bounds[]>()
  const groups = new Map<Group, Bounds[]>()
  const actors = new Set<string>()
  let actorsKnown = true
  for (const { claim } of items) {
    for (const actor of claim.actors) {
      const party = organisations.find(actor.text)?.party ?? null
      actorsKnown &&= party !== null
      actors.add(
        party ??
          nameTokens(actor.text)
            .map((token) => token.folded)
            .join(' '),
      )
    }
    if (!isCountClaim(claim)) continue
    push(counts, claim.metric, claim.count)
    for (const [group, bounds] of Object.entries(claim.groups)) push(groups, group as Group, bounds)
  }
  return {
    kind: items.every((item) => item.kind === 'rollup') ? 'rollup' : 'incident',
    views: specificViews(items.flatMap((item) => item.views)),
    days: items.map((item) => item.days).reduce(narrower, null),
    counts,
    groups,
    means: mostNamed(items.flatMap(({ claim }) => claim.means ?? [])),
    statuses: new Set(items.flatMap(({ claim }) => (isCountClaim(claim) ? [claim.status] : []))),
    actors,
    actorsKnown,
    speakers: new Set(
      items.flatMap(({ claim }) => claim.sources.map((source) => speakerKey(source.text, organisations))),
    ),
  }
}

const mostNamed = (means: readonly Means[]): ReadonlySet<Means> => {
  const times = new Map<Means, number>()
  for (const one of means) times.set(one, (times.get(one) ?? 0) + 1)
  const most = Math.max(0, ...times.values())
  return new Set([...times].flatMap(([one, n]) => (n === most ? [one] : [])))
}

const speakerKey = (text: string, organisations: Organisations): string =>
  organisations.find(text)?.key ?? organisations.distinctive(text).join(' ')

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** The most specific places: no area where a place is named, no place that holds another of them. */
const specificViews = (views: readonly PlaceView[]): readonly PlaceView[] => {
  const byName = [...new Map(views.map((view) => [view.name.exact, view])).values()]
  const points = byName.filter((view) => !view.broad)
  const kept = points.length > 0 ? points : narrowest(byName)
  return kept.filter((view) => !kept.some((other) => other !== view && holds(view, other)))
}

const narrowest = (views: readonly PlaceView[]): readonly PlaceView[] => {
  const size = (view: PlaceView) => (view.mention.kind === 'country' ? 7 : (view.place?.precision ?? 5))
  const least = Math.min(...views.map(size))
  return views.filter((view) => size(view) === least)
}

const holds = (outer: PlaceView, inner: PlaceView): boolean =>
  placeRelation(outer, inner) === 'inside' &&
  (inner.side !== outer.side
    ? inner.side
    : inner.mention.within.length > outer.mention.within.length ||
      (outer.place?.radius ?? 0) > (inner.place?.radius ?? 0))

/** The days that both spans allow; when they share none, the span of both. A stated beginning beats an open one. */
const narrower = (a: DaySpan | null, b: DaySpan | null): DaySpan | null => {
  if (a === null || b === null) return a ?? b
  if (a.open !== b.open) return a.open ? b : a
  const from = Math.max(a.from, b.from)
  const to = Math.min(a.to, b.to)
  if (from <= to) return { from, to, open: a.open }
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to), open: a.open }
}
