import type { ClaimRecord } from '@sijil/core/contract/claim-record.js'
import { Link } from '@tanstack/react-router'
import { Check, Pencil, Undo2, X } from 'lucide-react'
import { memo } from 'react'
import { Button } from '../../components/button.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { claimAction } from '../../lib/claim-action.ts'
import { claimNumber, toneOf } from '../../lib/claim-number.ts'
import { days, named, percent } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { isCount } from '../../lib/is-count.ts'
import { type ReviewState, reviewStateOf } from '../../lib/reviews.ts'

/** What can be done about a claim; the same object as long as the page stands. */
export interface ClaimActs {
  readonly select: (claim: ClaimRecord) => void
  readonly accept: (claim: ClaimRecord) => void
  readonly reject: (claim: ClaimRecord) => void
  readonly edit: (claim: ClaimRecord) => void
  readonly undo: (claim: ClaimRecord) => void
}

interface ClaimCardProps {
  readonly claim: ClaimRecord
  readonly isSelected: boolean
  readonly act: ClaimActs
  readonly mayReview: boolean
}

const EDGE = {
  killed: 'border-s-killed',
  injured: 'border-s-injured',
  displaced: 'border-s-displaced',
  toll: 'border-s-toll',
  event: 'border-s-strong-line',
} as const

/** One claim beside its article: the number, what it says, how sure each slot is, and what a person made of it. */
export const ClaimCard = memo(({ claim, isSelected, act, mayReview }: ClaimCardProps) => {
  const t = useT()
  const state = reviewStateOf(claim)
  const tone = toneOf(claim)
  return (
    <li
      id={`claim-${claim.id}`}
      aria-current={isSelected ? 'true' : undefined}
      className="[contain-intrinsic-block-size:auto_13rem] [content-visibility:auto]"
    >
      <div
        className={`rounded-lg border border-s-4 bg-raised ${EDGE[tone]} ${isSelected ? 'border-accent shadow-md' : 'border-line'} ${
          state.verdict === 'rejected' ? 'opacity-60' : ''
        }`}
      >
        <button
          type="button"
          onClick={() => act.select(claim)}
          className="flex w-full items-baseline gap-2 rounded-lg px-4 pt-3 pb-1 text-start"
        >
          <strong className="text-2xl font-semibold">
            <Words>{isCount(claim) ? claimNumber(claim, t) : named(t, 'kind', claim.kind)}</Words>
          </strong>
          <span className="text-soft">
            {isCount(claim) ? named(t, 'metric', claim.metric).toLocaleLowerCase() : claimAction(claim, t)}
          </span>
          {tone === 'toll' && isCount(claim) && (
            <span className="rounded-full bg-toll-wash px-2 text-[0.8rem] font-medium text-toll">
              {named(t, 'scope', claim.scope)}
            </span>
          )}
          <Verdict state={state} />
        </button>
        <Slots claim={claim} />
        {isSelected && mayReview && (
          <div className="flex flex-wrap gap-2 border-line border-t px-4 py-2">
            <Button small look="primary" onPress={() => act.accept(claim)}>
              <Check aria-hidden="true" className="size-4" />
              {t('review.accept')}
            </Button>
            <Button small onPress={() => act.edit(claim)}>
              <Pencil aria-hidden="true" className="size-4" />
              {t('review.edit')}
            </Button>
            <Button small look="danger" onPress={() => act.reject(claim)}>
              <X aria-hidden="true" className="size-4" />
              {t('review.reject')}
            </Button>
            {state.verdict !== 'open' && (
              <Button small look="quiet" onPress={() => act.undo(claim)}>
                <Undo2 aria-hidden="true" className="size-4" />
                {t('action.undo')}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  )
})

const Verdict = ({ state }: { readonly state: ReviewState }) => {
  const t = useT()
  if (state.verdict === 'open') return null
  const look = { accepted: 'text-good', corrected: 'text-accent', rejected: 'text-alert' }[state.verdict]
  return (
    <span className={`ms-auto text-[0.82rem] font-medium ${look}`}>
      {named(t, 'verdict', state.verdict)}
      {state.by && <span className="font-normal text-faint"> · {state.by}</span>}
    </span>
  )
}

const Slots = ({ claim }: { readonly claim: ClaimRecord }) => {
  const t = useT()
  const groups = isCount(claim)
    ? Object.entries(claim.groups).map(([group, [low]]) => `${low ?? '?'} ${named(t, 'group', group)}`)
    : []
  return (
    <dl className="mt-0 mb-0 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 px-4 pb-3 text-[0.88rem]">
      {isCount(claim) && (
        <Slot label={t('slot.status')} claim={claim} name="status">
          {[named(t, 'status', claim.status), ...groups].join(' · ')}
        </Slot>
      )}
      <Slot label={t('slot.places')} claim={claim} name="places">
        {claim.places.join(', ')}
      </Slot>
      <Slot label={t('slot.time')} claim={claim} name="time">
        {claim.to === null ? '' : days(claim.from, claim.to, t)}
      </Slot>
      <Slot label={t('slot.means')} claim={claim} name="means">
        {claim.means ? named(t, 'means', claim.means) : ''}
      </Slot>
      <Slot label={t('slot.actors')} claim={claim} name="actors">
        {claim.actors.join(', ')}
      </Slot>
      <Slot label={t('slot.sources')} claim={claim} name="sources">
        {claim.sources.join(' ← ') || t('claim.saysOutlet')}
      </Slot>
      {claim.incidents.length > 0 && (
        <>
          <dt className="text-faint">{t('slot.incidents')}</dt>
          <dd className="m-0">
            {claim.incidents.map(({ id }) => (
              <Link
                key={id}
                to="/incidents/$code"
                params={{ code: id }}
                className="me-2 inline-flex min-h-[24px] items-center text-accent"
              >
                <Ltr>{id}</Ltr>
              </Link>
            ))}
          </dd>
        </>
      )}
    </dl>
  )
}

interface SlotProps {
  readonly label: string
  readonly claim: ClaimRecord
  readonly name: string
  readonly children: string
}

const UNSURE = 0.75

const Slot = ({ label, claim, name, children }: SlotProps) => {
  const t = useT()
  const slot = claim.slots[name]
  return (
    <>
      <dt className="text-faint">{label}</dt>
      <dd className="m-0 min-w-0">
        <Words>{children === '' ? '·' : children}</Words>
        {slot && children !== '' && (slot.certainty === 'implied' || slot.confidence < UNSURE) && (
          <span className={`ms-1.5 text-[0.8rem] ${slot.confidence < UNSURE ? 'text-toll' : 'text-faint'}`}>
            {slot.certainty === 'implied' ? t('slot.implied') : ''} {percent(slot.confidence)}
          </span>
        )}
      </dd>
    </>
  )
}
