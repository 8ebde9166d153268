import { getRouteApi } from '@tanstack/react-router'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Page } from '../../components/page.tsx'
import { named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { useMay } from '../../lib/session.ts'
import { Gazetteers } from './gazetteers.tsx'
import { Judgements } from './judgements.tsx'
import { System } from './system.tsx'

const route = getRouteApi('/admin')

const PARTS = [
  { id: 'gazetteers', part: Gazetteers, adminOnly: false },
  { id: 'judgements', part: Judgements, adminOnly: false },
  { id: 'system', part: System, adminOnly: false },
] as const

/** What the record is made with, and who may do what. */
export const AdminPage = () => {
  const t = useT()
  const { part } = route.useSearch()
  const navigate = route.useNavigate()
  const isAdmin = useMay('administer')
  const parts = PARTS.filter(({ adminOnly }) => isAdmin || !adminOnly)
  return (
    <Page title={t('nav.admin')}>
      <Tabs
        selectedKey={part ?? parts[0]?.id ?? 'gazetteers'}
        onSelectionChange={(key) => navigate({ search: { part: String(key) }, replace: true })}
      >
        <TabList aria-label={t('nav.admin')} className="flex flex-wrap gap-1 border-line border-b">
          {parts.map(({ id }) => (
            <Tab
              key={id}
              id={id}
              className="-mb-px min-h-9 cursor-pointer border-transparent border-b-2 px-3 py-1.5 text-soft hover:text-ink data-selected:border-accent data-selected:font-medium data-selected:text-accent"
            >
              {named(t, 'admin', id)}
            </Tab>
          ))}
        </TabList>
        {parts.map(({ id, part: Part }) => (
          <TabPanel key={id} id={id} className="pt-5 outline-none">
            <Part />
          </TabPanel>
        ))}
      </Tabs>
    </Page>
  )
}
