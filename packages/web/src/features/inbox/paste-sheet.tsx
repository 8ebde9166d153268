import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Sheet } from '../../components/dialog.tsx'
import { Field, INPUT } from '../../components/field.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { say } from '../../components/toasts.tsx'
import { api } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import { follow, type Progress } from './upload.ts'

interface PasteSheetProps {
  readonly isOpen: boolean
  readonly close: () => void
  readonly tell: (progress: Progress) => void
}

/** One report as text, with what is known of it. */
export const PasteSheet = ({ isOpen, close, tell }: PasteSheetProps) => {
  const t = useT()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [title, setTitle] = useState('')
  const [outlet, setOutlet] = useState('')
  const [published, setPublished] = useState('')
  const [url, setUrl] = useState('')
  const add = useMutation({
    mutationFn: async () => {
      const body = {
        text,
        name: title.trim() || outlet.trim() || t('import.pasted'),
        ...(title.trim() ? { title: title.trim() } : {}),
        ...(outlet.trim() ? { outlet: outlet.trim() } : {}),
        ...(published ? { published } : {}),
        ...(url.trim() ? { url: url.trim() } : {}),
      }
      return follow((await api.call('addReport', { body })).body, tell)
    },
    onSuccess: async (end) => {
      say(end.problem ?? t('import.done', { name: end.name }), { tone: end.problem ? 'alert' : 'done' })
      setText('')
      setTitle('')
      close()
      await client.invalidateQueries()
    },
  })
  return (
    <Sheet title={t('import.paste')} isOpen={isOpen} close={close} wide>
      <form
        className="grid gap-4 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate()
        }}
      >
        <Field
          label={t('import.text')}
          lines={10}
          isRequired
          value={text}
          onChange={setText}
          className="sm:col-span-2"
        />
        <Field label={t('import.title')} value={title} onChange={setTitle} />
        <Field label={t('import.outlet')} value={outlet} onChange={setOutlet} />
        <label className="flex flex-col gap-1">
          <span className="text-[0.87rem] font-medium">{t('import.published')}</span>
          <input
            type="date"
            value={published}
            onChange={(event) => setPublished(event.target.value)}
            className={INPUT}
          />
        </label>
        <Field label={t('import.url')} type="url" value={url} onChange={setUrl} hint={t('import.urlHint')} />
        <FormProblem error={add.error} className="sm:col-span-2" />
        <div className="flex justify-end gap-2 sm:col-span-2">
          <Button onPress={close}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={text.trim() === '' || add.isPending}>
            {add.isPending ? t('import.reading') : t('import.add')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
