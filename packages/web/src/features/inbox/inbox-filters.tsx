import { DESK_STATES, type DeskState } from '@sijil/core/model/desk.js'
import { X } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { Choice, type Option } from '../../components/choice.tsx'
import { Field } from '../../components/field.tsx'
import { Filters } from '../../components/filters.tsx'
import { named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import type { InboxSearch } from '../../lib/inbox-search.ts'

const ANY = 'any'
const LANGUAGES = ['en', 'ar'] as const

interface InboxFiltersProps {
  readonly search: InboxSearch
  readonly coders: readonly Option[]
  readonly change: (search: InboxSearch) => void
}

/** What the inbox is narrowed by: words, how far the work has come, whose it is, the language, copies. */
export const InboxFilters = ({ search, coders, change }: InboxFiltersProps) => {
  const t = useT()
  const any = { id: ANY, label: t('filter.any') }
  const set = (key: keyof InboxSearch, value: string): void => {
    const { [key]: _, ...rest } = search
    change(value === ANY || value === '' ? rest : ({ ...rest, [key]: value } as InboxSearch))
  }
  const { doc: _, ...filters } = search
  return (
    <Filters narrowed={Object.keys(filters).length} className="px-4 pb-3 md:px-6">
      <Field label={t('filter.text')} value={search.q ?? ''} onChange={(q) => set('q', q)} className="w-48" />
      <Field
        label={t('import.outlet')}
        value={search.outlet ?? ''}
        onChange={(outlet) => set('outlet', outlet)}
        className="w-40"
      />
      <Choice
        label={t('desk.state')}
        className="w-36"
        value={search.state ?? ANY}
        onChange={(state) => set('state', state as DeskState)}
        options={[any, ...DESK_STATES.map((id) => ({ id, label: named(t, 'deskState', id) }))]}
      />
      {coders.length > 0 && (
        <Choice
          label={t('desk.assignee')}
          className="w-44"
          value={search.assignee ?? ANY}
          onChange={(assignee) => set('assignee', assignee)}
          options={[any, { id: 'nobody', label: t('desk.nobody') }, ...coders]}
        />
      )}
      <Choice
        label={t('desk.language')}
        className="w-32"
        value={search.language ?? ANY}
        onChange={(language) => set('language', language)}
        options={[any, ...LANGUAGES.map((id) => ({ id, label: named(t, 'language', id) }))]}
      />
      <Choice
        label={t('desk.copies')}
        className="w-36"
        value={search.copies ?? ANY}
        onChange={(copies) => set('copies', copies)}
        options={[any, ...(['none', 'only'] as const).map((id) => ({ id, label: t(`desk.copies.${id}`) }))]}
      />
      {Object.keys(filters).length > 0 && (
        <Button look="quiet" onPress={() => change(search.doc === undefined ? {} : { doc: search.doc })}>
          <X aria-hidden="true" className="size-4" />
          {t('filter.clear')}
        </Button>
      )}
    </Filters>
  )
}
