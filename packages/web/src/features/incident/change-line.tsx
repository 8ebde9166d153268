import type { ChangeRecord } from '@sijil/core/contract/history-record.js'
import { Words } from '../../components/ltr.tsx'
import { named } from '../../lib/format.ts'
import { type Translate, useT } from '../../lib/i18n.ts'
import { serverWords } from '../../lib/learnt.ts'
import { fieldName } from './review-words.ts'

/** What changed: the field, what it was and what it became. */
export const ChangeLine = ({ change }: { readonly change: ChangeRecord }) => {
  const t = useT()
  const { field, before, after } = change
  return (
    <span>
      <span className="font-medium">{fieldName(field, t)}</span>: <Words>{valueWords(field, before, t)}</Words>{' '}
      <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
        →
      </span>{' '}
      <Words className="font-medium">{valueWords(field, after, t)}</Words>
    </span>
  )
}

/** A value of the history as the interface says it. */
const valueWords = (field: string, value: string | null, t: Translate): string => {
  if (value === null) return t('decided.nothing')
  if (field === 'grade') return named(t, 'grade', value)
  if (field === 'confirmation') return named(t, 'confirmation', value)
  return serverWords(value)
}
