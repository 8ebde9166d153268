import { useMutation } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { api, problemOf } from '../lib/api.ts'
import { useT } from '../lib/i18n.ts'
import { confirmByPasskey, hasPasskeys } from '../lib/passkeys.ts'
import { Button } from './button.tsx'
import { Sheet } from './dialog.tsx'
import { Field } from './field.tsx'
import { FormProblem } from './form-problem.tsx'

interface Waiting {
  readonly go: () => void
  readonly stop: () => void
}

/**
 * Runs sensitive acts: where the server wants the password once more, it is asked for and the act is repeated. `sheet` must
 * stand somewhere on the page.
 */
export const useConfirmed = () => {
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const run = useCallback(async <T,>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act()
    } catch (error) {
      if (problemOf(error)?.code !== 'confirm-first') throw error
      await new Promise<void>((go, stop) => setWaiting({ go, stop: () => stop(error) }))
      return act()
    }
  }, [])
  const end = (how: 'go' | 'stop'): void => {
    waiting?.[how]()
    setWaiting(null)
  }
  const sheet = waiting && <ConfirmSheet done={() => end('go')} close={() => end('stop')} />
  return { run, sheet }
}

const ConfirmSheet = ({ done, close }: { readonly done: () => void; readonly close: () => void }) => {
  const t = useT()
  const [password, setPassword] = useState('')
  const confirm = useMutation({
    mutationFn: () => api.call('confirmSession', { body: { password } }),
    onSuccess: done,
  })
  const byPasskey = useMutation({ mutationFn: confirmByPasskey, onSuccess: done })
  return (
    <Sheet title={t('confirm.title')} isOpen close={close}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          confirm.mutate()
        }}
      >
        <p className="m-0 text-soft">{t('confirm.lead')}</p>
        <Field
          label={t('account.password')}
          type="password"
          autoComplete="current-password"
          autoFocus
          isRequired
          value={password}
          onChange={setPassword}
        />
        <FormProblem error={confirm.error} />
        {byPasskey.isError && <p className="m-0 text-alert">{t('passkey.refused')}</p>}
        <div className="flex flex-wrap justify-end gap-2">
          {hasPasskeys() && <Button onPress={() => byPasskey.mutate()}>{t('passkey.confirm')}</Button>}
          <Button onPress={close}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={password === '' || confirm.isPending}>
            {t('confirm.go')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
