import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { Sheet } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { Words } from '../../components/ltr.tsx'
import { Loading } from '../../components/states.tsx'
import { api } from '../../lib/api.ts'
import { day } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { codersQuery, documentsQuery } from '../../lib/resources.ts'

const NOBODY = 'nobody'
const SHOWN = 40

/** Which document, and which two. */
export const AssignSheet = ({ close }: { readonly close: () => void }) => {
  const t = useT()
  const client = useQueryClient()
  const [words, setWords] = useState('')
  const documents = useInfiniteQuery(documentsQuery({ q: words.trim() }))
  const coders = useQuery(codersQuery)
  const [document, setDocument] = useState('')
  const [first, setFirst] = useState(NOBODY)
  const [second, setSecond] = useState(NOBODY)
  const assign = useMutation({
    mutationFn: () => api.call('assignCoding', { body: { document, coders: [first, second] } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['codings'] })
      close()
    },
  })
  const rows = (documents.data?.pages[0]?.items ?? []).filter(({ claims }) => claims > 0).slice(0, SHOWN)
  const people = [
    { id: NOBODY, label: t('coding.choose') },
    ...(coders.data?.items ?? []).map(({ id, name }) => ({ id, label: name })),
  ]
  const isReady = document !== '' && first !== NOBODY && second !== NOBODY && first !== second
  return (
    <Sheet title={t('coding.assign')} isOpen close={close} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          assign.mutate()
        }}
      >
        <p className="mt-0 text-soft">{t('coding.assignLead')}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <Choice label={t('coding.first')} value={first} options={people} onChange={setFirst} />
          <Choice label={t('coding.second')} value={second} options={people} onChange={setSecond} />
        </div>
        <Field label={t('coding.document')} value={words} onChange={setWords} className="mt-4" />
        {documents.isPending ? (
          <Loading lines={3} />
        ) : (
          <RadioGroup
            aria-label={t('coding.document')}
            value={rows.some(({ id }) => id === document) ? document : null}
            onChange={setDocument}
            className="mt-2 flex max-h-72 flex-col gap-1.5 overflow-auto p-1"
          >
            {rows.map((row) => (
              <Radio
                key={row.id}
                value={row.id}
                className="block cursor-pointer rounded-md border border-line px-3 py-1.5 data-selected:border-accent data-selected:bg-accent-wash"
              >
                <Words className="block font-medium">{row.title ?? row.doc}</Words>
                <span className="flex flex-wrap gap-x-3 text-[0.85rem] text-soft">
                  <Words>{row.outlet ?? t('document.noOutlet')}</Words>
                  <Words>{day(row.published)}</Words>
                  <span>{t('inbox.claims', { n: row.claims })}</span>
                </span>
              </Radio>
            ))}
          </RadioGroup>
        )}
        <FormProblem error={assign.error} className="mt-3" />
        <div className="mt-5 flex justify-end gap-2">
          <Button onPress={close}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={!isReady || assign.isPending}>
            {t('coding.assignGo')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
