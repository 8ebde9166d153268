import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Rows } from '../../components/rows.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { day, number } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { outletsQuery } from '../../lib/resources.ts'

const SHOWN = 200

/** Who published the documents, and how much of it was new. */
export const Outlets = () => {
  const t = useT()
  const query = useQuery(outletsQuery)
  const [words, setWords] = useState('')
  const [most, setMost] = useState(SHOWN)
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <Loading lines={6} />
  const wanted = words.trim().toLocaleLowerCase()
  const found = query.data.items.filter(({ outlet }) => outlet.toLocaleLowerCase().includes(wanted))
  return (
    <>
      <p className="mt-0 mb-4 max-w-[70ch] text-soft">{t('outlets.lead')}</p>
      <Field label={t('organisations.search')} value={words} onChange={setWords} className="mb-3 w-full max-w-80" />
      <Rows
        label={t('admin.outlets')}
        head={[
          { name: t('import.outlet') },
          { name: t('outlets.documents'), end: true },
          { name: t('import.copied'), end: true },
          { name: t('outlets.languages') },
          { name: t('outlets.days') },
        ]}
        rows={found.slice(0, most).map(({ outlet, documents, copies, languages, first, last }) => ({
          id: outlet,
          cells: [
            <Link key="name" to="/inbox" search={{ outlet }} className="font-medium text-accent">
              <Words>{outlet}</Words>
            </Link>,
            <Ltr key="n">{number(documents)}</Ltr>,
            <Ltr key="c" className={copies === 0 ? 'text-faint' : ''}>
              {number(copies)}
            </Ltr>,
            <Ltr key="l" className="uppercase">
              {languages.join(', ')}
            </Ltr>,
            <Words key="d" className="whitespace-nowrap">
              {first === last ? day(first) : `${day(first)} – ${day(last)}`}
            </Words>,
          ],
        }))}
      />
      {found.length > most && (
        <Button className="mt-3" onPress={() => setMost(most + SHOWN)}>
          {t('list.more')}
        </Button>
      )}
    </>
  )
}
