import type { Claim } from '../../model/claim.ts'
import { sha256Hex } from '../../model/hash.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { ClaimPlaces } from '../../model/place.ts'
import type { ClaimLink } from '../../pipeline/layers.ts'
import { itemKey } from './item.ts'

/**
 * A permanent code. It belongs for ever to one claim (or one place of an `each` claim), its anchor, and names the incident
 * in which that stands: so a merged incident's codes all resolve, and un-merging gives each back what it had.
 */
export interface IncidentCode {
  readonly code: string
  readonly anchor: string
  /** Codes given earlier have lower serials; the lowest of an incident is the one it goes by. */
  readonly serial: number
}

export interface AssignedCodes {
  /** The links with codes in place of the keys of the run. */
  readonly links: readonly ClaimLink[]
  /** Codes that are new and must be kept. */
  readonly added: readonly IncidentCode[]
}

/**
 * Gives each incident of a run its permanent code: the earliest given among those anchored on its claims, else a new one
 * on its least claim. `known` holds the codes anchored on any claim of the run. A new code reads
 * `SY-2020-0121-7KQ4M` (country, day, five letters of the anchor's hash), `SY-2020-0121-R7KQ4M` for a roll-up: it tells
 * where and when at a glance, needs no counter that two machines could both advance, and stays when place or day are
 * corrected later.
 */
export const assignCodes = (
  known: readonly IncidentCode[],
  links: readonly ClaimLink[],
  claims: readonly Claim[],
  places: readonly ClaimPlaces[],
): AssignedCodes => {
  // A claim has a code of its own and may hold those of others: the earliest is set last, and stays.
  const byAnchor = new Map([...known].sort((a, b) => earlier(b, a)).map((code) => [code.anchor, code]))
  const claimById = new Map<string, Claim>(claims.map((claim) => [claim.id, claim]))
  const placesById = new Map<string, ClaimPlaces>(places.map((place) => [place.claim, place]))
  const taken = new Set(known.map(({ code }) => code))
  const serial = Math.max(0, ...known.map((code) => code.serial)) + 1
  const added: IncidentCode[] = []
  const codeOf = new Map<string, string>()
  for (const [key, own] of [...membersOf(links)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const held = own.flatMap((link) => byAnchor.get(anchorOf(link)) ?? []).sort(earlier)[0]
    const code = held ?? newCode(own, claimById, placesById, taken, serial)
    if (held === undefined) added.push(code)
    taken.add(code.code)
    codeOf.set(key, code.code)
  }
  return { links: links.map((link) => ({ ...link, incident: codeOf.get(link.incident) ?? link.incident })), added }
}

/** Judgements about incidents as judgements about the claims their codes are anchored on: so they outlive every re-run. */
export const resolveJudgements = (
  judgements: readonly Judgement[],
  codes: readonly IncidentCode[],
): readonly Judgement[] => {
  const anchors = new Map(codes.map(({ code, anchor }) => [code, anchor]))
  return judgements.map((judgement) => ({
    ...judgement,
    left: anchors.get(judgement.left) ?? judgement.left,
    right: anchors.get(judgement.right) ?? judgement.right,
  }))
}

const anchorOf = (link: ClaimLink): string => itemKey(link.claim, link.place)

const earlier = (a: IncidentCode, b: IncidentCode): number => a.serial - b.serial || (a.code < b.code ? -1 : 1)

const membersOf = (links: readonly ClaimLink[]): ReadonlyMap<string, readonly ClaimLink[]> => {
  const members = new Map<string, ClaimLink[]>()
  for (const link of links) {
    const own = members.get(link.incident)
    if (own === undefined) members.set(link.incident, [link])
    else own.push(link)
  }
  return members
}

const newCode = (
  links: readonly ClaimLink[],
  claims: ReadonlyMap<string, Claim>,
  places: ReadonlyMap<string, ClaimPlaces>,
  taken: ReadonlySet<string>,
  serial: number,
): IncidentCode => {
  const anchored = [...links].sort((a, b) => (anchorOf(a) < anchorOf(b) ? -1 : 1))
  const country = anchored
    .flatMap((link) => places.get(link.claim)?.places ?? [])
    .find((place) => place !== null)?.country
  const day = anchored.flatMap((link) => claims.get(link.claim)?.time.latest ?? [])[0] ?? '0000-00-00'
  const anchor = anchored[0] === undefined ? '' : anchorOf(anchored[0])
  const rollup = links.every((link) => link.kind === 'rollup') ? 'R' : ''
  const head = `${country || 'XX'}-${day.slice(0, 4)}-${day.slice(5, 7)}${day.slice(8, 10)}-${rollup}`
  for (let length = SUFFIX; ; length++) {
    const code = head + suffixOf(anchor, length)
    if (!taken.has(code)) return { code, anchor, serial }
  }
}

/** Letters and digits that nobody mistakes for one another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SUFFIX = 5

const suffixOf = (anchor: string, length: number): string => {
  const hash = sha256Hex(`incident code ${anchor}`)
  return Array.from({ length }, (_, i) => ALPHABET[Number.parseInt(hash.slice(2 * i, 2 * i + 2), 16) % 32]).join('')
}
