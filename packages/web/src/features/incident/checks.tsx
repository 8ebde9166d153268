import type { IncidentDetail } from '@sijil/core/contract/incident-detail.js'
import { Check, X } from 'lucide-react'
import { Section } from '../../components/section.tsx'
import { named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'

/** Sums and bounds that were checked; those that fail are shown, never smoothed over. */
export const Checks = ({ incident }: { readonly incident: IncidentDetail }) => {
  const t = useT()
  if (incident.checks.length === 0) return null
  return (
    <Section title={t('checks.title')} note={t('checks.note')}>
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {incident.checks.map((check) => (
          <li
            key={`${check.kind} ${check.text}`}
            className={`flex items-start gap-2.5 rounded-md px-3 py-2 ${check.holds ? 'bg-good-wash' : 'bg-alert-wash'}`}
          >
            {check.holds ? (
              <Check aria-label={t('checks.holds')} className="mt-0.5 size-4 shrink-0 text-good" />
            ) : (
              <X aria-label={t('checks.broken')} className="mt-0.5 size-4 shrink-0 text-alert" />
            )}
            <span>
              <bdi dir="auto">{check.text}</bdi>
              <span className="block text-[0.82rem] text-soft">{named(t, 'check', check.kind)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
