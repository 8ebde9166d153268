import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import { claimAction } from '../lib/claim-action.ts'
import { claimNumber } from '../lib/claim-number.ts'
import { days, named, percent } from '../lib/format.ts'
import { useT } from '../lib/i18n.ts'
import { isCount } from '../lib/is-count.ts'
import { Words } from './ltr.tsx'

/** A claim in one line: how many, what, who, where, when, by what and whom, on whose word. */
export const ClaimLine = ({
  claim,
  headless = false,
}: {
  readonly claim: ClaimRecord
  /** Without what stands in a heading above it already. */
  readonly headless?: boolean
}) => {
  const t = useT()
  const parts: string[] = []
  if (isCount(claim)) {
    if (!headless) parts.push(`${claimNumber(claim, t)} ${named(t, 'metric', claim.metric).toLocaleLowerCase()}`)
    if (claim.status !== 'unknown') parts.push(named(t, 'status', claim.status))
    if (claim.scope !== 'incident') parts.push(named(t, 'scope', claim.scope))
  } else if (!headless) parts.push([named(t, 'kind', claim.kind), claimAction(claim, t)].filter(Boolean).join(': '))
  if (claim.places.length > 0) parts.push(claim.places.join(', '))
  if (claim.to !== null) parts.push(days(claim.from, claim.to, t))
  if (claim.means) parts.push(named(t, 'means', claim.means))
  if (claim.actors.length > 0) parts.push(t('claim.by', { actors: claim.actors.join(', ') }))
  parts.push(claim.sources.length > 0 ? t('claim.says', { sources: claim.sources.join(' ← ') }) : t('claim.saysOutlet'))
  return (
    <p className="mt-1.5 mb-0 text-[0.9rem]">
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no identity
        <span key={at}>
          {at > 0 && <span className="text-faint"> · </span>}
          <Words className={at === 0 && !headless ? 'font-semibold' : ''}>{part}</Words>
        </span>
      ))}
      <span className="text-faint" title={claim.rule}>
        {' '}
        · {t('claim.confidence', { share: percent(claim.confidence) })}
      </span>
    </p>
  )
}
