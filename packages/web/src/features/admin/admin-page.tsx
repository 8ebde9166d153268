import { getRouteApi } from '@tanstack/react-router'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Page } from '../../components/page.tsx'
import { named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { useMay } from '../../lib/session.ts'
import { Collections } from './collections.tsx'
import { Gazetteers } from './gazetteers.tsx'
import { Jobs } from './jobs.tsx'
import { Judgements } from './judgements.tsx'
import { Log } from './log.tsx'
import { Organisations } from './organisations.tsx'
import { Outlets } from './outlets.tsx'
import { OwnAccount } from './own-account.tsx'
import { People } from './people.tsx'
import { System } from './system.tsx'
import { Vocabularies } from './vocabularies.tsx'

const route = getRouteApi('/admin')

const PARTS = [
  { id: 'people', part: People, adminOnly: true },
  { id: 'collections', part: Collections, adminOnly: false },
  { id: 'outlets', part: Outlets, adminOnly: false },
  { id: 'organisations', part: Organisations, adminOnly: false },
  { id: 'gazetteers', part: Gazetteers, adminOnly: false },
  { id: 'vocabularies', part: Vocabularies, adminOnly: false },
  { id: 'judgements', part: Judgements, adminOnly: false },
  { id: 'log', part: Log, adminOnly: true },
  { id: 'jobs', part: Jobs, adminOnly: true },
  { id: 'account', part: OwnAccount, adminOnly: false },
  { id: 'system', part: System, adminOnly: false },
] as const

/** On a narrow window the row of parts scrolls: the one that is shown must be seen in it. */
const reveal = (tab: HTMLDivElement | null): void => {
  if (tab?.getAttribute('aria-selected') === 'true') tab.scrollIntoView({ block: 'nearest', inline: 'center' })
}

/** What the record is made with, and who may do what. */
export const AdminPage = () => {
  const t = useT()
  const { part } = route.useSearch()
  const navigate = route.useNavigate()
  const isAdmin = useMay('administer')
  const parts = PARTS.filter(({ adminOnly }) => isAdmin || !adminOnly)
  return (
    <Page title={t('nav.admin')} numbers={false}>
      <Tabs
        selectedKey={parts.find(({ id }) => id === part)?.id ?? parts[0]?.id ?? 'collections'}
        onSelectionChange={(key) => navigate({ search: { part: String(key) }, replace: true })}
      >
        <TabList
          aria-label={t('nav.admin')}
          className="relative flex gap-1 overflow-x-auto overflow-y-hidden border-line border-b lg:flex-wrap"
        >
          {parts.map(({ id }) => (
            <Tab
              key={id}
              id={id}
              ref={reveal}
              className="min-h-9 shrink-0 cursor-pointer border-transparent border-b-2 px-3 py-1.5 whitespace-nowrap text-soft hover:text-ink data-selected:border-accent data-selected:font-medium data-selected:text-accent"
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
