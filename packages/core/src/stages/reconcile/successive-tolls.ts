import { asCheck, type Check, type CheckFinding } from '../../model/check.ts'
import type { CountClaim } from '../../model/claim.ts'
import type { Incident } from '../../model/incident.ts'
import type { ClaimPlaces } from '../../model/place.ts'
import { addDays, timeRange } from '../../model/time-range.ts'
import { statedBounds } from './evidence.ts'
import { explainToll } from './explain-toll.ts'

/** A toll with whose word it rests on and where it lies. */
export interface SourcedToll {
  readonly claim: CountClaim
  readonly origin: string
  readonly places: ClaimPlaces | undefined
}

/**
 * Successive tolls of one origin since one date over one area: the later must not be lower, and what it grew by is set
 * against the incidents between the two.
 */
export const checkSuccessiveTolls = (
  tolls: readonly SourcedToll[],
  incidents: readonly Incident[],
): readonly Check[] => {
  const series = new Map<string, SourcedToll[]>()
  for (const toll of tolls) {
    const { claim } = toll
    if (claim.time.earliest === null || claim.time.latest === null || statedBounds(claim).low === null) continue
    const key = JSON.stringify([toll.origin, claim.metric, claim.status, claim.time.earliest, areaOf(toll)])
    series.set(key, [...(series.get(key) ?? []), toll])
  }
  return [...series.values()].flatMap((own) => {
    const sorted = [...own].sort((a, b) => ((a.claim.time.latest ?? '') < (b.claim.time.latest ?? '') ? -1 : 1))
    return sorted.flatMap((later, i) =>
      checkPair(sorted[i - 1], later, incidents).map((finding) => asCheck(finding, null)),
    )
  })
}

const areaOf = ({ claim, places }: SourcedToll): string =>
  (places?.places ?? [])
    .map((place, i) => place?.gazetteerId ?? claim.places[i]?.text ?? '')
    .sort()
    .join('|')

const checkPair = (
  earlier: SourcedToll | undefined,
  later: SourcedToll,
  incidents: readonly Incident[],
): readonly CheckFinding[] => {
  const [before, after] = [earlier?.claim.count.low ?? null, later.claim.count.low]
  const [from, to] = [earlier?.claim.time.latest ?? null, later.claim.time.latest]
  if (earlier === undefined || before === null || after === null || from === null || to === null || from === to)
    return []
  const grew = after - before
  const claims = [earlier.claim.id, later.claim.id]
  if (grew < 0)
    return [
      { kind: 'successive', holds: false, claims, text: `${after} on ${to} is less than the ${before} of ${from}` },
    ]
  const between = { ...later.claim, time: timeRange(addDays(from, 1), to) }
  const { explained, within } = explainToll(between, later.places, incidents)
  const holds = (explained.low ?? 0) <= grew
  const text = `${before} on ${from}, ${after} on ${to}: ${grew} more; the record holds ${explained.low ?? 0} in ${within.length} incident${within.length === 1 ? '' : 's'} between`
  return [{ kind: 'successive', holds, text: holds ? text : `${text}, which is too many`, claims }]
}
