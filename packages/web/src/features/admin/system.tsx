import { useQuery } from '@tanstack/react-query'
import { Ltr } from '../../components/ltr.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { useT } from '../../lib/i18n.ts'
import { healthQuery } from '../../lib/resources.ts'

/** Whether all is well, and where the API is described. */
export const System = () => {
  const t = useT()
  const query = useQuery(healthQuery)
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <Loading lines={2} />
  return (
    <dl className="m-0 grid max-w-lg grid-cols-[auto_1fr] gap-x-6 gap-y-2">
      <dt className="text-faint">{t('system.version')}</dt>
      <dd className="m-0">
        <Ltr>{query.data.version}</Ltr>
      </dd>
      <dt className="text-faint">{t('system.store')}</dt>
      <dd className={`m-0 ${query.data.ok ? 'text-good' : 'text-alert'}`}>
        {t(query.data.ok ? 'system.ok' : 'system.broken')}
      </dd>
      <dt className="text-faint">{t('system.api')}</dt>
      <dd className="m-0">
        <a href="/api/docs" className="text-accent">
          {t('system.reference')}
        </a>
      </dd>
    </dl>
  )
}
