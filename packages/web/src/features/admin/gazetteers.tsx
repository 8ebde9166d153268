import { useQuery } from '@tanstack/react-query'
import { FileUp, MapPin } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { moment, number } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { gazetteersQuery } from '../../lib/resources.ts'
import { useMay } from '../../lib/session.ts'
import { SkippedLines } from './skipped-lines.tsx'
import { type Gazetteer, useGazetteers } from './use-gazetteers.ts'
import { UseNoMoreSheet } from './use-no-more-sheet.tsx'

/** The lists of places in use, with where they are from and under which licence; more are imported from files. */
export const Gazetteers = () => {
  const t = useT()
  const query = useQuery(gazetteersQuery)
  const mayChange = useMay('administer')
  const { importFile, apply, remove } = useGazetteers(query.data?.items ?? [])
  const [removing, setRemoving] = useState<Gazetteer | null>(null)
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <Loading lines={4} />
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <p className="m-0 max-w-[70ch] text-soft">{t('gazetteers.lead')}</p>
        {mayChange && (
          <div className="flex flex-wrap gap-2">
            <FileTrigger onSelect={(files) => files?.[0] && importFile.mutate(files[0])}>
              <Button isDisabled={importFile.isPending}>
                <FileUp aria-hidden="true" className="size-4" />
                {importFile.isPending ? t('gazetteers.importing') : t('gazetteers.import')}
              </Button>
            </FileTrigger>
            <Button isDisabled={apply.isPending} onPress={() => apply.mutate()}>
              <MapPin aria-hidden="true" className="size-4" />
              {apply.isPending ? t('gazetteers.applying') : t('gazetteers.apply')}
            </Button>
          </div>
        )}
      </div>
      <FormProblem error={importFile.error ?? apply.error} className="mb-3" />
      <SkippedLines lines={importFile.data ?? []} />
      <ul className="m-0 flex list-none flex-col gap-2.5 p-0">
        {query.data.items.map((gazetteer) => (
          <li
            key={`${gazetteer.name} ${gazetteer.version}`}
            className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-raised px-4 py-3"
          >
            <span className="min-w-0">
              <Words className="block font-semibold break-words">{gazetteer.name}</Words>
              <span className="flex flex-wrap gap-x-4 text-[0.87rem] text-soft">
                <span>{t('gazetteers.places', { n: gazetteer.places, shown: number(gazetteer.places) })}</span>
                <Ltr>{gazetteer.version}</Ltr>
                <Words>{gazetteer.source}</Words>
                {gazetteer.licence && <Words>{gazetteer.licence}</Words>}
                {gazetteer.addedAt && <Words>{moment(gazetteer.addedAt)}</Words>}
              </span>
            </span>
            {mayChange && gazetteer.sha256 !== null && (
              <Button
                small
                look="quiet"
                onPress={() => setRemoving(gazetteer)}
                aria-label={t('tables.removeOf', { name: gazetteer.name })}
              >
                {t('tables.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {removing && (
        <UseNoMoreSheet
          name={removing.name}
          note={t('gazetteers.removeNote')}
          error={remove.error}
          busy={remove.isPending ? t('tables.remove') : null}
          go={() => remove.mutate(removing, { onSuccess: () => setRemoving(null) })}
          close={() => {
            remove.reset()
            setRemoving(null)
          }}
        />
      )}
    </>
  )
}
