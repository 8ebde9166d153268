import type { Incident } from '../../model/incident.ts'
import type { Judgement, JudgementId } from '../../model/judgement.ts'
import type { Review } from '../../model/review.ts'
import type { ClaimLink } from '../../pipeline/layers.ts'
import { heirOf, siblingsOfRejected } from './heirs-of-codes.ts'
import { itemKey } from './item.ts'

/**
 * Incidents with the judgements that stand on their claims, in the order in which they were made: what people decided about
 * an incident is part of what it says, even where it only says what the machine had found. The sides of judgements are
 * resolved to claims; a claim that a person rejected leaves its place to those that it shared an incident with.
 */
export const withJudgements = (
  incidents: readonly Incident[],
  judgements: readonly Judgement[],
  links: readonly ClaimLink[],
  reviews: readonly Review[],
): readonly Incident[] => {
  if (judgements.length === 0) return incidents
  const homes = homesOf(links)
  const siblings = siblingsOfRejected(reviews)
  const heirHomes = (side: string): readonly string[] =>
    homes.get(heirOf(side.split('#')[0] ?? '', siblings, (id) => homes.has(id)) ?? '') ?? []
  const judged = new Map<string, JudgementId[]>()
  for (const { id, left, right, withdrawn } of judgements) {
    if (withdrawn !== null) continue
    const codes = [left, right].flatMap((side) => homes.get(side) ?? heirHomes(side))
    for (const code of new Set(codes)) judged.set(code, [...(judged.get(code) ?? []), id])
  }
  return incidents.map((incident) => ({ ...incident, judgements: judged.get(incident.code) ?? [] }))
}

/** Where each claim stands, and each place of one that holds for several. */
const homesOf = (links: readonly ClaimLink[]): ReadonlyMap<string, readonly string[]> => {
  const homes = new Map<string, string[]>()
  for (const { claim, place, incident } of links)
    for (const key of new Set([claim, itemKey(claim, place)])) homes.set(key, [...(homes.get(key) ?? []), incident])
  return homes
}
