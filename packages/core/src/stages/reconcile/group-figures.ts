import { GROUPS, type Group, type Metric } from '../../model/claim.ts'
import type { Bounds } from '../../model/count.ts'
import type { Figure } from '../../model/incident.ts'
import { type CountWitness, type Evidence, witnessesOf } from './evidence.ts'
import { claimsOf, type Policy } from './policies/policy.ts'
import { groups, hull, ofOneDocument, type Vote } from './votes.ts'

/** The figures of the subgroups that reports name among the killed; none may exceed the whole. */
export const groupFigures = (
  evidence: Evidence,
  metric: Metric,
  whole: Figure,
  policy: Policy,
): Readonly<Partial<Record<Group, Figure>>> => {
  const witnesses = witnessesOf(evidence, metric)
  return Object.fromEntries(
    GROUPS.flatMap((group) => {
      const votes = votesOn(group, witnesses)
      return votes.length === 0 ? [] : [[group, capped(policy.answer(votes), whole, votes)]]
    }),
  )
}

const votesOn = (group: Group, witnesses: readonly CountWitness[]): readonly Vote[] => {
  const speaking = witnesses.filter((witness) => witness.claim.groups[group] !== undefined)
  const here = new Set(witnesses.map((witness) => witness.claim.id))
  return [...groups(speaking, (witness) => witness.origin.key).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => voteOf(group, own, here))
}

/** An origin's word on a subgroup: that of its latest document. */
const voteOf = (group: Group, own: readonly CountWitness[], here: ReadonlySet<string>): readonly Vote[] => {
  const texts = [...groups(own, (witness) => witness.source).values()].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))
  const numbered = texts.filter((text) => text.some(({ claim }) => claim.groups[group]?.low !== null))
  const last = (numbered.length > 0 ? numbered : texts).at(-1)
  const first = last?.[0]
  if (last === undefined || first === undefined) return []
  const bounds = statedIn(group, last, here)
  return [
    {
      ...bounds,
      floor: false,
      byStatus: new Map(),
      claims: last.map((witness) => witness.claim.id).sort(),
      day: dayOf(last) === '' ? null : dayOf(last),
      documents: [first.source],
      origin: first.origin,
      enemy: first.enemy,
      vague: bounds.low === null && bounds.high === null ? { least: 1, acled: 3 } : null,
      superseded: [],
    },
  ]
}

/** Wholes are one number retold; addends of one whole add up. */
const statedIn = (group: Group, own: readonly CountWitness[], here: ReadonlySet<string>): Bounds => {
  const stated = (witness: CountWitness): Bounds => witness.claim.groups[group] ?? { low: null, high: null }
  const isPart = ({ claim }: CountWitness) =>
    claim.relation === 'part' && claim.partOf !== null && here.has(claim.partOf)
  const wholes = own.filter((witness) => !isPart(witness)).map(stated)
  if (wholes.length > 0) return wholes.reduce(hull)
  return ofOneDocument(own)
    .map(stated)
    .reduce((a, b) => ({
      low: (a.low ?? 0) + (b.low ?? 0),
      high: a.high === null || b.high === null ? null : a.high + b.high,
    }))
}

const dayOf = (own: readonly CountWitness[]): string =>
  own
    .map(({ document }) => document.updated ?? document.published ?? '')
    .sort()
    .at(-1) ?? ''

/** Never more of a subgroup than of the whole. */
const capped = (figure: Figure, whole: Figure, votes: readonly Vote[]): Figure => {
  if (whole.high === null) return figure
  const cap = (value: number | null) => (value === null ? whole.high : Math.min(value, whole.high ?? value))
  const over = (figure.low ?? 0) > whole.high
  return {
    ...figure,
    low: figure.low === null ? null : cap(figure.low),
    high: cap(figure.high),
    best: figure.best === null ? null : cap(figure.best),
    highBy: figure.high === null ? claimsOf(votes) : figure.highBy,
    why: over ? `${figure.why}; more than the whole, and held to it` : figure.why,
  }
}
