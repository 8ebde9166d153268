import type { Means } from '../../packages/core/src/model/claim.ts'
import type { Random } from './random.ts'
import type { TrueIncident, World } from './world.ts'

/** One number that a report gives. */
export interface Told {
  readonly incident: TrueIncident | null
  /** `total` sums the incidents of `parts`; `toll` sums a whole period. */
  readonly scope: 'incident' | 'total' | 'toll'
  readonly metric: 'killed' | 'injured'
  readonly number: number
  readonly atLeast: boolean
  readonly children: number | null
  readonly spelling: string
  /** Days since 1970; null = the report does not date it. */
  readonly day: number | null
  readonly means: Means | null
  readonly party: string | null
  readonly source: Source | null
  /** Index of the sum, among the report's own, that this is an addend of. */
  readonly partOf: number | null
}

export interface Source {
  readonly name: string
  readonly type: 'monitor' | 'hospital' | 'civil_defence' | 'unnamed'
}

export interface Report {
  readonly id: string
  readonly outlet: string
  readonly day: number
  readonly told: readonly Told[]
  /** The report it reprints. */
  readonly copyOf: string | null
}

const OUTLETS = Array.from({ length: 40 }, (_, i) => `Outlet ${String.fromCharCode(65 + (i % 26))}${i}`)
const NAMED: readonly Source[] = [
  { name: 'Casualty Watch Centre', type: 'monitor' },
  { name: 'Rescue Corps of the North', type: 'civil_defence' },
  { name: 'Almond Street Hospital', type: 'hospital' },
  { name: 'Saint Orin Hospital', type: 'hospital' },
  { name: 'Valley Records Group', type: 'monitor' },
]
const UNNAMED: Source = { name: 'residents', type: 'unnamed' }

const REPORTS_AN_INCIDENT = 2.2
const COPIED = 0.35
/** An early count: at least so many, fewer than there were. */
const EARLY = 0.25
/** A number simply wrong: mistyped, or a source's error. */
const WRONG = 0.015
const WRONG_DAY = 0.03
const UNDATED = 0.1
const WITH_A_TOLL = 0.06
const ROUND_UP = 0.5
/** Reports that name only the district, or take one kind of attack for another, or blame nobody. */
const DISTRICT_ONLY = 0.05
const OTHER_MEANS = 0.08
const NO_MEANS = 0.15
const NO_PARTY = 0.4
const TAKEN_FOR: Readonly<Partial<Record<Means, Means>>> = {
  airstrike: 'shelling',
  shelling: 'rocket',
  rocket: 'shelling',
  car_bomb: 'mine_ied',
}

/** The reports of a world, in no particular order of the incidents' truth but by their days. */
export const makeReports = (random: Random, world: World): readonly Report[] => {
  const reports: Report[] = []
  for (const incident of world.incidents) reports.push(...reportsOf(random, incident))
  for (const [day, incidents] of byDayAndDistrict(world))
    if (incidents.length > 1 && random.chance(ROUND_UP)) reports.push(roundUp(random, day, incidents))
  return reports
}

const reportsOf = (random: Random, incident: TrueIncident): readonly Report[] => {
  const own: Report[] = []
  const words = new Map<string, number>()
  const count = 1 + random.geometric(REPORTS_AN_INCIDENT - 1)
  for (let i = 0; i < count; i++) {
    const original = own.length > 0 && random.chance(COPIED) ? random.pick(own) : null
    own.push(original === null ? freshReport(random, incident, i, words) : copyOf(random, original, i))
  }
  return own
}

const freshReport = (random: Random, incident: TrueIncident, i: number, words: Map<string, number>): Report => {
  const outlet = random.pick(OUTLETS)
  const source = random.chance(0.65) ? random.pick(NAMED) : random.chance(0.5) ? UNNAMED : null
  const day = incident.day + (random.chance(0.7) ? 0 : 1) + (i > 2 ? 1 : 0)
  const who = source === UNNAMED ? `${outlet} ${i}` : (source?.name ?? outlet)
  const { number, atLeast } = counted(random, incident.killed, who, words)
  const at = random.chance(UNDATED) ? null : incident.day + (random.chance(WRONG_DAY) ? 1 : 0)
  const spelling = random.chance(DISTRICT_ONLY) ? incident.village.district : random.pick(incident.village.spellings)
  const base = {
    incident,
    scope: 'incident' as const,
    spelling,
    day: at,
    source,
    partOf: null,
    ...circumstances(random, incident),
  }
  const children = incident.children > 0 && random.chance(0.5) && !atLeast ? Math.min(number, incident.children) : null
  const told: Told[] = [{ ...base, metric: 'killed', number, atLeast, children }]
  if (incident.injured > 0 && random.chance(0.5))
    told.push({ ...base, metric: 'injured', number: incident.injured, atLeast: false, children: null })
  if (random.chance(WITH_A_TOLL))
    told.push({
      ...base,
      incident: null,
      scope: 'toll',
      metric: 'killed',
      number: 1000 + random.between(0, 9000),
      atLeast: true,
      children: null,
    })
  return { id: `${incident.id}/${i}`, outlet, day, told, copyOf: null }
}

const circumstances = (random: Random, incident: TrueIncident): Pick<Told, 'means' | 'party'> => ({
  means: random.chance(NO_MEANS)
    ? null
    : random.chance(OTHER_MEANS)
      ? (TAKEN_FOR[incident.means] ?? incident.means)
      : incident.means,
  party: random.chance(NO_PARTY) ? null : incident.party,
})

/** A source counts the same next time, or more if its first count was early. */
const counted = (
  random: Random,
  truth: number,
  who: string,
  words: Map<string, number>,
): { number: number; atLeast: boolean } => {
  const said = words.get(who)
  if (said === undefined && truth > 2 && random.chance(EARLY)) {
    const number = random.between(Math.ceil(truth / 2), truth - 1)
    words.set(who, truth)
    return { number, atLeast: true }
  }
  const number = said ?? (random.chance(WRONG) ? truth + random.between(1, 3) : truth)
  words.set(who, number)
  return { number, atLeast: false }
}

const copyOf = (random: Random, original: Report, i: number): Report => ({
  ...original,
  id: `${original.id.split('/')[0]}/${i}`,
  outlet: random.pick(OUTLETS),
  day: original.day + (random.chance(0.7) ? 0 : 1),
  copyOf: original.id,
})

const byDayAndDistrict = (world: World): ReadonlyMap<number, readonly TrueIncident[]> => {
  const groups = new Map<string, TrueIncident[]>()
  for (const incident of world.incidents) {
    const key = `${incident.day} ${incident.village.district}`
    groups.set(key, [...(groups.get(key) ?? []), incident])
  }
  return new Map([...groups.values()].map((own, i) => [i, own]))
}

/** A district's day in one report: the sum, then what happened where. */
const roundUp = (random: Random, n: number, incidents: readonly TrueIncident[]): Report => {
  const first = incidents[0]
  const source = random.pick(NAMED)
  const sum = incidents.reduce((total, incident) => total + incident.killed, 0)
  const day = first?.day ?? 0
  const common = { source, day, metric: 'killed' as const, atLeast: false, children: null, means: null, party: null }
  const head: Told = {
    ...common,
    incident: null,
    scope: 'total',
    number: sum,
    spelling: first?.village.district ?? '',
    partOf: null,
  }
  const parts = incidents.map(
    (incident): Told => ({
      ...common,
      incident,
      scope: 'incident',
      number: incident.killed,
      spelling: random.pick(incident.village.spellings),
      partOf: 0,
    }),
  )
  return {
    id: `${first?.id.split('#')[0]}~${n}`,
    outlet: random.pick(OUTLETS),
    day: day + 1,
    told: [head, ...parts],
    copyOf: null,
  }
}
