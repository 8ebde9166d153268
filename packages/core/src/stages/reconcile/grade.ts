import type { Grade } from '../../model/incident.ts'
import type { Organisations } from '../../origins/organisations.ts'
import { type CountWitness, type Evidence, hasNumber, type Witness } from './evidence.ts'
import { independentOrigins } from './independent-origins.ts'

/** The grade of an incident, from its independent origins and what belligerents say. Copies never raise it. */
export const gradeOf = (evidence: Evidence, organisations: Organisations): Grade => {
  const counted = evidence.witnesses.filter((witness): witness is CountWitness => 'metric' in witness.claim)
  const told = counted.filter((witness) => witness.claim.status !== 'unknown')
  if (told.length > 0 && told.every((witness) => witness.claim.status === 'combatant')) return 'discounted'
  if (counted.some((witness) => accepts(witness, organisations))) return 'confirmed'
  if (blamedParties(evidence.witnesses, organisations).size > 1) return 'contested'
  const origins = independentOrigins(counted.filter((witness) => !witness.enemy))
  return origins.length > 1 ? 'fair' : 'weak'
}

/** A party that says itself that its own forces harmed civilians. */
const accepts = ({ claim, origin }: CountWitness, organisations: Organisations): boolean =>
  origin.type === 'belligerent' &&
  origin.party !== null &&
  claim.status !== 'combatant' &&
  hasNumber(claim) &&
  claim.actors.some((actor) => organisations.find(actor.text)?.party === origin.party)

/**
 * What different origins blame, where no party is blamed by all: two parties named together by one origin are not in
 * dispute, and an origin that also names somebody whom the list does not know ("government forces") disputes nothing.
 */
const blamedParties = (witnesses: readonly Witness[], organisations: Organisations): ReadonlySet<string> => {
  const byOrigin = new Map<string, Set<string | null>>()
  for (const { claim, origin } of witnesses)
    for (const actor of claim.actors) {
      const parties = byOrigin.get(origin.key) ?? new Set<string | null>()
      byOrigin.set(origin.key, parties.add(organisations.find(actor.text)?.party ?? null))
    }
  const blamed = [...byOrigin.values()].filter((parties) => !parties.has(null))
  const shared = (party: string | null) => blamed.every((parties) => parties.has(party))
  return new Set(blamed.flatMap((parties) => ([...parties].some(shared) ? [] : [[...parties].sort().join('+')])))
}
