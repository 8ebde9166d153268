import type { CountClaimRecord } from '@sijil/core/contract/claim-record.js'
import { number } from './format.ts'
import type { Translate } from './i18n.ts'

/** A claim's number as it was told: "more than 12", "8", "dozens". */
export const claimNumber = (claim: CountClaimRecord, t: Translate): string => {
  const { low, high, vague } = claim
  if (low === null && high === null) return vague ?? t('claim.someone')
  return hedged(claim, t) + (claim.unit === 'family' ? ` ${t('claim.families')}` : '')
}

const hedged = ({ low, high, hedge }: CountClaimRecord, t: Translate): string => {
  if (low === null) return t(hedge === 'almost' ? 'claim.nearly' : 'claim.atMost', { n: number(high ?? 0) })
  // "More than 12" is 13 and up.
  if (hedge === 'more_than') return t('claim.moreThan', { n: number(low - 1) })
  if (high === null) return t('claim.atLeast', { n: number(low) })
  const range = low === high ? number(low) : `${number(low)}–${number(high)}`
  return hedge === 'about' ? t('claim.about', { n: range }) : range
}

export type Tone = 'killed' | 'injured' | 'displaced' | 'toll' | 'event'
const TONES: Readonly<Record<CountClaimRecord['metric'], Tone>> = {
  killed: 'killed',
  injured: 'injured',
  killed_or_injured: 'injured',
  missing: 'displaced',
  abducted: 'displaced',
  displaced: 'displaced',
}
const QUARANTINED = new Set(['cumulative', 'forecast', 'denied'])

/** The colour a claim is shown in: by what happened, or as a toll kept apart. */
export const toneOf = (claim: {
  readonly kind: string
  readonly metric?: CountClaimRecord['metric']
  readonly scope?: string
}): Tone => {
  if (claim.metric === undefined) return 'event'
  return QUARANTINED.has(claim.scope ?? '') ? 'toll' : TONES[claim.metric]
}
