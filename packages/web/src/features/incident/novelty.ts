import type { EvidenceRecord } from '@sijil/core/contract/incident-detail.js'

export const NOVELTIES = ['first', 'origin', 'number', 'detail', 'nothing'] as const
/** What a claim brought when it came out: the first word of it, another origin, another number, a detail, or nothing new. */
export type Novelty = (typeof NOVELTIES)[number]

const numberOf = ({ claim }: EvidenceRecord): string | null =>
  claim.kind === 'casualty' || claim.kind === 'displacement'
    ? `${claim.metric} ${claim.low} ${claim.high} ${claim.vague ?? ''}`
    : null
const detailsOf = ({ claim }: EvidenceRecord): readonly string[] => [
  ...(claim.means === null ? [] : [`means ${claim.means}`]),
  ...claim.actors.map((actor) => `actor ${actor.toLocaleLowerCase()}`),
  ...('groups' in claim ? Object.keys(claim.groups).map((group) => `group ${group}`) : []),
]

/** What each claim of an incident added to those that had come out before it; `evidence` is in that order. */
export const noveltiesOf = (evidence: readonly EvidenceRecord[]): ReadonlyMap<string, Novelty> => {
  const [origins, numbers, details] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const found = new Map<string, Novelty>()
  for (const one of evidence) {
    const number = numberOf(one)
    const own = detailsOf(one)
    const isNewOrigin = one.origin !== null && !origins.has(one.origin)
    const isNewNumber = number !== null && !numbers.has(number)
    const isNewDetail = own.some((detail) => !details.has(detail))
    found.set(
      one.claim.id,
      found.size === 0 ? 'first' : isNewOrigin ? 'origin' : isNewNumber ? 'number' : isNewDetail ? 'detail' : 'nothing',
    )
    if (one.origin !== null) origins.add(one.origin)
    if (number !== null) numbers.add(number)
    for (const detail of own) details.add(detail)
  }
  return found
}
