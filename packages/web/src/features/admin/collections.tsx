import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Rows } from '../../components/rows.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { api } from '../../lib/api.ts'
import { named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { collectionsQuery } from '../../lib/resources.ts'
import { sessionQuery, useMay } from '../../lib/session.ts'

/** Sets of documents, in each of which somebody may have another role. */
export const Collections = () => {
  const t = useT()
  const client = useQueryClient()
  const query = useQuery(collectionsQuery)
  const session = useQuery(sessionQuery)
  const mayAdd = useMay('administer')
  const [name, setName] = useState('')
  const add = useMutation({
    mutationFn: () => api.call('addCollection', { body: { name: name.trim() } }),
    onSuccess: async () => {
      setName('')
      await Promise.all([
        client.invalidateQueries({ queryKey: ['collections'] }),
        client.invalidateQueries({ queryKey: ['session'] }),
      ])
    },
  })
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <Loading lines={4} />
  const roleIn = (id: number) => session.data?.collections.find((collection) => collection.id === id)?.role
  return (
    <>
      <p className="mt-0 mb-4 max-w-[70ch] text-soft">{t('collections.lead')}</p>
      <Rows
        label={t('admin.collections')}
        head={[{ name: t('collections.name') }, { name: t('collections.number') }, { name: t('collections.yourRole') }]}
        rows={query.data.items.map((collection) => {
          const role = roleIn(collection.id)
          return {
            id: String(collection.id),
            cells: [
              <Words key="name" className="font-medium">
                {collection.name}
              </Words>,
              <Ltr key="id" className="text-soft">
                {collection.id}
              </Ltr>,
              role ? named(t, 'role', role) : '·',
            ],
          }
        })}
      />
      {mayAdd && (
        <form
          className="mt-4 flex max-w-lg flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            add.mutate()
          }}
        >
          <Field label={t('collections.new')} value={name} onChange={setName} className="flex-1" />
          <Button type="submit" isDisabled={name.trim() === '' || add.isPending}>
            {t('collections.add')}
          </Button>
          <FormProblem error={add.error} className="basis-full" />
        </form>
      )}
    </>
  )
}
