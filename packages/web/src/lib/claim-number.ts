import type { CountClaimRecord } from '@sijil/core/contract/claim-record.js'
import { number } from './format.ts'
import type { Translate } from './i18n.ts'

/** A claim's number as it was told: "at least 12", "8", "dozens". */
export const claimNumber = (claim: CountClaimRecord, t: Translate): string => {
  const { low, high, vague, hedge } = claim
  if (low === null && high === null) return vague ?? t('claim.someone')
  const unit = claim.unit === 'family' ? ` ${t('claim.families')}` : ''
  if (low !== null && high !== null)
    return (
      (low === high
        ? hedge === 'about'
          ? t('claim.about', { n: number(low) })
          : number(low)
        : `${number(low)}–${number(high)}`) + unit
    )
  return (low !== null ? t('claim.atLeast', { n: number(low) }) : t('claim.almost', { n: number(high ?? 0) })) + unit
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
