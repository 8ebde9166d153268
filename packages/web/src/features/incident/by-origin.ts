import type { EvidenceRecord, IncidentDetail, OriginRecord } from '@sijil/core/contract/incident-detail.js'

interface OriginEvidence {
  /** Null for claims that vote for no origin. */
  readonly origin: OriginRecord | null
  readonly evidence: readonly EvidenceRecord[]
}

/** The evidence of an incident under its origins, in the origins' order; claims without a vote come last. */
export const byOrigin = ({ evidence, originList }: IncidentDetail): readonly OriginEvidence[] => {
  const groups: OriginEvidence[] = originList.map((origin) => ({
    origin,
    evidence: evidence.filter((one) => one.origin === origin.key),
  }))
  const rest = evidence.filter((one) => !originList.some((origin) => origin.key === one.origin))
  return [...groups, { origin: null, evidence: rest }].filter((group) => group.evidence.length > 0)
}
