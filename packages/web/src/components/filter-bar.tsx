import { MEANS, type Means } from '@sijil/core/model/claim.js'
import { GRADES, type Grade } from '@sijil/core/model/incident.js'
import { Search, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { type IncidentSearch, narrowing, withoutGaps } from '../lib/filters.ts'
import { named } from '../lib/format.ts'
import { useT } from '../lib/i18n.ts'
import { Button } from './button.tsx'
import { Choice } from './choice.tsx'
import { Field } from './field.tsx'
import { Filters } from './filters.tsx'

interface FilterBarProps {
  readonly search: IncidentSearch
  readonly change: (search: IncidentSearch) => void
}

const WAIT_MS = 300
const ANY = 'any'

/** The filters that the table, the map and the timeline share. */
export const FilterBar = ({ search, change }: FilterBarProps) => {
  const t = useT()
  const set = (part: { readonly [K in keyof IncidentSearch]?: IncidentSearch[K] | undefined }) =>
    change(withoutGaps<IncidentSearch>({ ...search, ...part } as never))
  const any = { id: ANY, label: t('filter.any') }
  return (
    <Filters narrowed={narrowing(search)}>
      <Late
        value={search.search ?? ''}
        change={(words) => set({ search: words })}
        label={t('filter.text')}
        className="w-52"
        search
      />
      <Late value={search.place ?? ''} change={(place) => set({ place })} label={t('filter.place')} className="w-40" />
      <Late value={search.actor ?? ''} change={(actor) => set({ actor })} label={t('filter.actor')} className="w-40" />
      <DayField label={t('filter.from')} value={search.from} change={(from) => set({ from })} />
      <DayField label={t('filter.to')} value={search.to} change={(to) => set({ to })} />
      <Choice
        label={t('filter.means')}
        className="w-36"
        value={search.means ?? ANY}
        onChange={(means) => set({ means: means === ANY ? undefined : (means as Means) })}
        options={[any, ...MEANS.map((id) => ({ id, label: named(t, 'means', id) }))]}
      />
      <Choice
        label={t('filter.grade')}
        className="w-32"
        value={search.grade ?? ANY}
        onChange={(grade) => set({ grade: grade === ANY ? undefined : (grade as Grade) })}
        options={[any, ...GRADES.map((id) => ({ id, label: named(t, 'grade', id) }))]}
      />
      <Late
        value={search.minKilled === undefined ? '' : String(search.minKilled)}
        change={(n) => set({ minKilled: Number(n) > 0 ? Math.floor(Number(n)) : undefined })}
        label={t('filter.minKilled')}
        className="w-24"
        digits
      />
      {narrowing(search) > 0 && (
        <Button look="quiet" onPress={() => change(withoutGaps<IncidentSearch>({ sort: search.sort } as never))}>
          <X aria-hidden="true" className="size-4" />
          {t('filter.clear')}
        </Button>
      )}
    </Filters>
  )
}

interface LateProps {
  readonly value: string
  readonly change: (value: string | undefined) => void
  readonly label: string
  readonly className: string
  readonly search?: boolean
  readonly digits?: boolean
}

/** A field that asks only once the person pauses. */
const Late = ({ value, change, label, className, search = false, digits = false }: LateProps) => {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  // biome-ignore lint/correctness/useExhaustiveDependencies: waits on what is typed alone
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => change(typed.trim() === '' ? undefined : typed.trim()), WAIT_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <Field
      label={label}
      value={typed}
      onChange={setTyped}
      className={className}
      {...(digits ? { inputMode: 'numeric' as const } : {})}
      icon={search ? <Search aria-hidden="true" className="size-4" /> : undefined}
    />
  )
}

interface DayFieldProps {
  readonly label: string
  readonly value: string | undefined
  readonly change: (value: string | undefined) => void
}

const DayField = ({ label, value, change }: DayFieldProps) => (
  <label className="flex flex-col gap-1">
    <span className="text-[0.87rem] font-medium">{label}</span>
    <input
      type="date"
      value={value ?? ''}
      onChange={(event) => change(event.target.value === '' ? undefined : event.target.value)}
      className="min-h-9 w-36 rounded-md border border-strong-line bg-raised px-2"
    />
  </label>
)
