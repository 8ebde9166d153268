import { api } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import { EntryForm } from './entry-form.tsx'

/** Choosing a password with the link that an administrator gave. */
export const JoinPage = () => {
  const t = useT()
  return (
    <EntryForm
      title={t('join.title')}
      lead={t('join.lead')}
      act={t('join.go')}
      enter={(secret, password) => api.call('join', { body: { secret, password } })}
      to="/incidents"
    />
  )
}
