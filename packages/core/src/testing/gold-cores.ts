import type { Metric, Status } from '../model/claim.ts'
import type { Hedge } from '../model/count.ts'
import type { ClaimCore } from '../stages/extract/claim-core.ts'
import type { ReadText, Token } from '../text/read-text.ts'

/** A claim as the development gold writes it down. */
export interface GoldClaim {
  readonly doc: string
  readonly id: string
  readonly kind?: string
  readonly start: number
  readonly end: number
  readonly metric: Metric
  readonly low: number | null
  readonly high: number | null
  readonly hedge: Hedge
  readonly vague?: string
  readonly status: Status
  readonly scope: string
  readonly places: readonly string[]
  readonly from: string | null
  readonly to: string | null
  readonly means: string | null
  readonly actors: readonly string[]
  readonly sources: readonly string[]
}

/** Gold claims as cores, so that the slots can be measured with the counts given. Claims of one document, in any order. */
export const goldCores = (text: ReadText, claims: readonly GoldClaim[]): readonly ClaimCore[] => {
  const cores: ClaimCore[] = []
  for (const claim of claims) {
    const first = text.tokens.findIndex((token) => token.end > claim.start)
    const last = text.tokens.findLastIndex((token) => token.start < claim.end) + 1
    const inside = text.tokens.slice(first, last)
    const number =
      first +
      Math.max(
        0,
        inside.findIndex((token) => isNumber(token, claim)),
      )
    const verb = inside.findLast((token) => token.tag === 'VERB') ?? inside.findLast((token) => token.tag === 'NOUN')
    const sentence = text.tokens[first]?.sentence ?? 0
    const opener = inside.some((token) => token.tag === 'VERB')
      ? -1
      : cores.findLastIndex((core) => core.sentence === sentence && text.tokens[core.trigger]?.tag === 'VERB')
    cores.push({
      start: claim.start,
      end: claim.end,
      first,
      last,
      sentence,
      trigger: opener >= 0 ? (cores[opener]?.trigger ?? first) : (verb?.index ?? first),
      number: { first: number, last: Math.min(last, number + 2) },
      metric: claim.metric,
      count: {
        low: claim.low,
        high: claim.high,
        hedge: claim.hedge,
        vague: claim.vague ?? null,
        unit: 'person',
        each: false,
      },
      status: claim.status,
      groups: {},
      denied: claim.scope === 'denied',
      rule: 'gold',
      confidence: 1,
      crowd: false,
      perfect: false,
      partial: null,
      lost: false,
      more: false,
      custody: false,
      also: false,
    })
  }
  return cores
}

const isNumber = (token: Token, claim: GoldClaim): boolean => {
  if (claim.vague?.toLowerCase().startsWith(token.lower)) return true
  return token.tag === 'NUM' || /^\d/.test(token.text)
}
