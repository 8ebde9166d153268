import type { Status } from '../../../model/claim.ts'
import type { ClaimCore } from '../claim-core.ts'
import type { View } from '../words/view.ts'

/**
 * What one sentence leaves open another may tell: the same number of the same harm is of the same people ("four killed" in
 * a headline, "four civilians were killed" below it).
 */
export const resolveStatus = (_view: View, cores: readonly ClaimCore[]): readonly ClaimCore[] => {
  const known = new Map<string, Status>()
  for (const core of cores) {
    const key = sameNumber(core)
    if (key !== null && core.status !== 'unknown' && !known.has(key)) known.set(key, core.status)
  }
  return cores.map((core) => {
    const key = sameNumber(core)
    const status = key === null || core.status !== 'unknown' ? undefined : known.get(key)
    return status === undefined ? core : { ...core, status }
  })
}

const sameNumber = (core: ClaimCore): string | null => {
  const number = core.count.low ?? core.count.high
  return number === null ? null : `${core.metric} ${number}`
}
