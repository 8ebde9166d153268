import type { ReactNode } from 'react'

const LOOKS = {
  plain: 'bg-sunken text-soft border border-line',
  accent: 'bg-accent-wash text-accent',
  good: 'bg-good-wash text-good',
  alert: 'bg-alert-wash text-alert',
  toll: 'bg-toll-wash text-toll',
} as const

/** A word about something, at its side. */
export const Tag = ({
  look = 'plain',
  children,
}: {
  readonly look?: keyof typeof LOOKS
  readonly children: ReactNode
}) => (
  <span
    className={`inline-block max-w-full truncate rounded-full align-bottom px-2 py-px text-[0.8rem] font-medium whitespace-nowrap ${LOOKS[look]}`}
  >
    {children}
  </span>
)
