import { useState } from 'react'
import { Field } from '../../components/field.tsx'
import { api } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import { EntryForm } from './entry-form.tsx'

/** The first account, made with the one-time link that the terminal printed. */
export const SetupPage = () => {
  const t = useT()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  return (
    <EntryForm
      title={t('setup.title')}
      lead={t('setup.lead')}
      act={t('setup.make')}
      enter={(secret, password) => api.call('setUp', { body: { secret, name, email, password } })}
      to="/inbox"
    >
      <Field label={t('account.name')} autoComplete="name" isRequired value={name} onChange={setName} />
      <Field
        label={t('account.email')}
        type="email"
        autoComplete="username"
        isRequired
        value={email}
        onChange={setEmail}
      />
    </EntryForm>
  )
}
