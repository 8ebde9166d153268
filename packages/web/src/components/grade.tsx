import type { IncidentRecord } from '@sijil/core/contract/incident-record.js'
import { named } from '../lib/format.ts'
import { useT } from '../lib/i18n.ts'

type GradeName = IncidentRecord['grade']

const LOOKS: Readonly<Record<GradeName, string>> = {
  confirmed: 'bg-good-wash text-good',
  fair: 'bg-accent-wash text-accent',
  weak: 'bg-sunken text-soft border border-line',
  contested: 'bg-alert-wash text-alert',
  discounted: 'bg-sunken text-faint border border-line line-through decoration-1',
}

/** The grade of the reports, never without what it means. */
export const Grade = ({ grade, meaning = false }: { readonly grade: GradeName; readonly meaning?: boolean }) => {
  const t = useT()
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <span
        className={`inline-block rounded-full px-2 py-px text-[0.8rem] font-medium ${LOOKS[grade]}`}
        title={named(t, 'gradeMeaning', grade)}
      >
        {named(t, 'grade', grade)}
      </span>
      {meaning ? (
        <span className="text-[0.87rem] text-soft">{named(t, 'gradeMeaning', grade)}</span>
      ) : (
        <span className="sr-only">{named(t, 'gradeMeaning', grade)}</span>
      )}
    </span>
  )
}
