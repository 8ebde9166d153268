import { isQuarantined, type Status } from '../../../model/claim.ts'
import type { ClaimCore } from '../claim-core.ts'
import type { Draft } from '../draft.ts'
import type { CivilianSigns } from '../language-reader.ts'
import type { Part } from '../parts/find-parts.ts'

/**
 * What a claim's own words leave open, the document may tell: the same number of the same harm is of the same people
 * ("four killed" in a headline, "four civilians were killed" below it); where it calls those hit on that day civilians,
 * its plain "people" are civilians; and so are those hit at a wedding or a market. Tolls of a war are nobody's in particular.
 */
export const resolveStatus = (
  signs: CivilianSigns,
  claims: readonly Draft[],
  parts: readonly (Part | null)[],
): readonly Status[] => {
  const first = claims.map((claim, i) =>
    claim.core.status === 'unknown'
      ? (statusOfParts(claims, parts, i) ?? statusBySetting(signs, claim))
      : claim.core.status,
  )
  const known = new Map<string, Status>()
  claims.forEach(({ core }, i) => {
    const key = sameNumber(core)
    const status = first[i]
    if (key !== null && status !== undefined && status !== 'unknown' && !known.has(key)) known.set(key, status)
  })
  const days = civilianDays(signs, claims)
  return claims.map(({ core, slots, scope }, i) => {
    const status = first[i] ?? 'unknown'
    if (status !== 'unknown') return status
    const key = sameNumber(core)
    const told = key === null ? undefined : known.get(key)
    if (told !== undefined) return told
    return !isQuarantined(scope) && days.has(String(slots.time.latest)) ? 'civilian' : 'unknown'
  })
}

/** "22 people: 16 soldiers and six civilians" are mixed. */
const statusOfParts = (claims: readonly Draft[], parts: readonly (Part | null)[], whole: number): Status | null => {
  const told = new Set<Status>()
  parts.forEach((part, i) => {
    const status = claims[i]?.core.status
    if (part?.of === whole && part.relation === 'part' && status !== undefined) told.add(status)
  })
  return told.has('mixed') || (told.has('civilian') && told.has('combatant')) ? 'mixed' : null
}

const sameNumber = (core: ClaimCore): string | null => {
  const number = core.count.low ?? core.count.high
  return number === null ? null : `${core.metric} ${number}`
}

/** The days of which a claim calls those hit civilians in so many words, and none speaks of fighters. */
const civilianDays = (signs: CivilianSigns, claims: readonly Draft[]): ReadonlySet<string> => {
  const days = new Set<string>()
  const told = claims.filter(({ scope }) => !isQuarantined(scope))
  for (const { core, slots } of told)
    if (core.status === 'civilian' && signs.namesCivilians(core)) days.add(String(slots.time.latest))
  for (const { core, slots } of told) if (core.status === 'combatant') days.delete(String(slots.time.latest))
  return days
}

const statusBySetting = (signs: CivilianSigns, { core, scope }: Draft): Status =>
  !isQuarantined(scope) && signs.isCivilianSetting(core) ? 'civilian' : 'unknown'
