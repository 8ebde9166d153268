import type { ViewPage, ViewRecord, ViewSearch } from '@sijil/core/contract/api/routes/views.js'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Bookmark, BookmarkPlus, Trash2, Users } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Checkbox, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { api } from '../lib/api.ts'
import { useT } from '../lib/i18n.ts'
import { problemWords } from '../lib/problem-words.ts'
import { sessionQuery } from '../lib/session.ts'
import { Button } from './button.tsx'
import { Sheet } from './dialog.tsx'
import { Field } from './field.tsx'
import { FormProblem } from './form-problem.tsx'
import { Words } from './ltr.tsx'
import { say } from './toasts.tsx'

export interface SavedViewsProps {
  readonly page: ViewPage
  /** The filters of the page as its address has them. */
  readonly search: ViewSearch
  readonly open: (search: ViewSearch) => void
}

const viewsQuery = (page: ViewPage) =>
  queryOptions({
    queryKey: ['views', page],
    queryFn: async ({ signal }) => (await api.call('listViews', { query: { page }, signal })).body,
  })

/** Filters kept under a name: one's own, and those that others share. */
export const SavedViewsMenu = ({ page, search, open }: SavedViewsProps) => {
  const t = useT()
  const client = useQueryClient()
  const query = useQuery(viewsQuery(page))
  const [saving, setSaving] = useState(false)
  const remove = useMutation({
    mutationFn: ({ id, version }: ViewRecord) => api.call('removeView', { params: { id }, version: `"${version}"` }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['views'] }),
    onError: (error) => say(problemWords(error, t), { tone: 'alert' }),
  })
  const views = query.data?.items ?? []
  return (
    <>
      <DialogTrigger>
        <AriaButton className="inline-flex min-h-9 items-center gap-1.5 rounded-md border border-strong-line bg-raised px-3 font-medium hover:bg-sunken">
          <Bookmark aria-hidden="true" className="size-4" />
          {t('views.title')}
        </AriaButton>
        <Popover placement="bottom end" className="w-80 max-w-[92vw] rounded-lg border border-line bg-raised shadow-xl">
          <Dialog aria-label={t('views.title')} className="p-1.5 outline-none">
            {({ close }) => (
              <>
                {views.length === 0 && <p className="m-0 px-2 py-1.5 text-soft">{t('views.none')}</p>}
                <ul className="m-0 max-h-72 list-none overflow-auto p-0">
                  {views.map((view) => (
                    <li key={view.id} className="flex items-center gap-1">
                      <button
                        type="button"
                        className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded px-2 text-start hover:bg-accent-wash"
                        onClick={() => {
                          open(view.search)
                          close()
                        }}
                      >
                        <Words className="truncate">{view.name}</Words>
                        {view.shared && (
                          <span className="ms-auto flex shrink-0 items-center gap-1 text-[0.8rem] text-faint">
                            <Users aria-hidden="true" className="size-3.5" />
                            <Words>{view.own ? t('views.shared') : view.by}</Words>
                          </span>
                        )}
                      </button>
                      {view.own && (
                        <Button
                          small
                          look="quiet"
                          aria-label={t('views.remove', { name: view.name })}
                          onPress={() => remove.mutate(view)}
                        >
                          <Trash2 aria-hidden="true" className="size-4" />
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
                <Button
                  look="quiet"
                  className="mt-1 w-full border-line border-t"
                  onPress={() => {
                    close()
                    setSaving(true)
                  }}
                >
                  <BookmarkPlus aria-hidden="true" className="size-4" />
                  {t('views.save')}
                </Button>
              </>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
      {saving && <SaveSheet page={page} search={search} close={() => setSaving(false)} />}
    </>
  )
}

const SaveSheet = ({ page, search, close }: Omit<SavedViewsProps, 'open'> & { readonly close: () => void }) => {
  const t = useT()
  const client = useQueryClient()
  const session = useQuery(sessionQuery)
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const save = useMutation({
    mutationFn: () => api.call('addView', { body: { page, name: name.trim(), search, shared } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['views'] })
      say(t('views.saved', { name: name.trim() }))
      close()
    },
  })
  return (
    <Sheet title={t('views.save')} isOpen close={close}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <p className="m-0 text-soft">{t('views.lead')}</p>
        <Field label={t('account.name')} value={name} onChange={setName} isRequired autoFocus />
        {session.data?.maySeeNames && (
          <Checkbox
            isSelected={shared}
            onChange={setShared}
            className="group flex min-h-8 cursor-pointer items-center gap-2.5"
          >
            <span className="grid size-5 place-items-center rounded border border-strong-line bg-raised group-data-selected:border-accent group-data-selected:bg-accent group-data-selected:text-accent-ink">
              {shared && '✓'}
            </span>
            {t('views.share')}
          </Checkbox>
        )}
        <FormProblem error={save.error} />
        <div className="flex justify-end gap-2">
          <Button onPress={close}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={name.trim() === '' || save.isPending}>
            {t('action.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
