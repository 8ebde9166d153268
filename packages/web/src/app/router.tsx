import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { Failed, Loading } from '../components/states.tsx'
import { IncidentsPage } from '../features/incidents/incidents-page.tsx'
import { readIncidentSearch } from '../lib/filters.ts'
import { readInboxSearch } from '../lib/inbox-search.ts'
import { sessionQuery } from '../lib/session.ts'
import { NotFound } from './not-found.tsx'
import { Shell } from './shell.tsx'

const root = createRootRouteWithContext<{ readonly client: QueryClient }>()({
  component: Shell,
  notFoundComponent: NotFound,
  // Nobody sees a page of the record without being let in; who may see what is the server's to say.
  beforeLoad: async ({ context, location }) => {
    if (['/setup', '/join', '/sign-in'].includes(location.pathname)) return
    const session = await context.client.ensureQueryData(sessionQuery)
    if (session.user === null && session.role === null) throw redirect({ to: '/sign-in' })
  },
})

const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
const only = <K extends string>(name: K, value: string | undefined): { readonly [P in K]?: string } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: string }

const index = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/incidents', search: {} })
  },
})

const incidents = createRoute({
  getParentRoute: () => root,
  path: '/incidents',
  component: IncidentsPage,
  validateSearch: readIncidentSearch,
})

const incident = createRoute({
  getParentRoute: () => root,
  path: '/incidents/$code',
  component: lazyRouteComponent(() => import('../features/incident/incident-page.tsx'), 'IncidentPage'),
  validateSearch: (search: Record<string, unknown>) => only('asOf', word(search.asOf)),
})

const sheet = createRoute({
  getParentRoute: () => root,
  path: '/incidents/$code/sheet',
  component: lazyRouteComponent(() => import('../features/incident/sheet-page.tsx'), 'SheetPage'),
  validateSearch: (search: Record<string, unknown>) => only('asOf', word(search.asOf)),
})

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: lazyRouteComponent(() => import('../features/inbox/inbox-page.tsx'), 'InboxPage'),
  validateSearch: readInboxSearch,
})

const queue = createRoute({
  getParentRoute: () => root,
  path: '/review',
  component: lazyRouteComponent(() => import('../features/review/queue-page.tsx'), 'QueuePage'),
})

const review = createRoute({
  getParentRoute: () => root,
  path: '/review/$doc',
  component: lazyRouteComponent(() => import('../features/review/review-page.tsx'), 'ReviewPage'),
  validateSearch: (search: Record<string, unknown>) => only('claim', word(search.claim)),
})

const codings = createRoute({
  getParentRoute: () => root,
  path: '/coding',
  component: lazyRouteComponent(() => import('../features/coding/codings-page.tsx'), 'CodingsPage'),
})

const coding = createRoute({
  getParentRoute: () => root,
  path: '/coding/$id',
  component: lazyRouteComponent(() => import('../features/coding/coding-page.tsx'), 'CodingPage'),
})

const agreement = createRoute({
  getParentRoute: () => root,
  path: '/coding/$id/agreement',
  component: lazyRouteComponent(() => import('../features/coding/agreement-page.tsx'), 'AgreementPage'),
})

const tolls = createRoute({
  getParentRoute: () => root,
  path: '/tolls',
  component: lazyRouteComponent(() => import('../features/tolls/tolls-page.tsx'), 'TollsPage'),
})

const map = createRoute({
  getParentRoute: () => root,
  path: '/map',
  component: lazyRouteComponent(() => import('../features/map/map-page.tsx'), 'MapPage'),
  validateSearch: readIncidentSearch,
})

const timeline = createRoute({
  getParentRoute: () => root,
  path: '/timeline',
  component: lazyRouteComponent(() => import('../features/timeline/timeline-page.tsx'), 'TimelinePage'),
  validateSearch: readIncidentSearch,
})

const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: lazyRouteComponent(() => import('../features/admin/admin-page.tsx'), 'AdminPage'),
  validateSearch: (search: Record<string, unknown>) => only('part', word(search.part)),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../features/account/sign-in-page.tsx'), 'SignInPage'),
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../features/account/setup-page.tsx'), 'SetupPage'),
})

const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('../features/account/join-page.tsx'), 'JoinPage'),
})

const tree = root.addChildren([
  index,
  incidents,
  incident,
  sheet,
  inbox,
  queue,
  review,
  codings,
  coding,
  agreement,
  tolls,
  map,
  timeline,
  admin,
  signIn,
  setup,
  join,
])

export const makeRouter = (client: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultPendingComponent: () => <Loading />,
    defaultErrorComponent: ({ error }) => <Failed error={error} />,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
