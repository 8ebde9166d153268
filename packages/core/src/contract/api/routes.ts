import type { Route } from './route.ts'
import { accountRoutes } from './routes/accounts.ts'
import { claimRoutes } from './routes/claims.ts'
import { codingRoutes } from './routes/codings.ts'
import { documentRoutes } from './routes/documents.ts'
import { exportRoutes } from './routes/exports.ts'
import { importRoutes } from './routes/imports.ts'
import { incidentRoutes } from './routes/incidents.ts'
import { judgementRoutes } from './routes/judgements.ts'
import { organisationRoutes } from './routes/organisations.ts'
import { passkeyRoutes } from './routes/passkeys.ts'
import { placeRoutes } from './routes/places.ts'
import { providerRoutes } from './routes/provider.ts'
import { readingRoutes } from './routes/reading.ts'
import { reviewRoutes } from './routes/reviews.ts'
import { searchRoutes } from './routes/search.ts'
import { sessionRoutes } from './routes/session.ts'
import { systemRoutes } from './routes/system.ts'
import { taskRoutes } from './routes/tasks.ts'
import { viewRoutes } from './routes/views.ts'

/** Every route of the API, by the name that handlers and clients use. What is not here does not exist. */
export const ROUTES = {
  ...incidentRoutes,
  ...documentRoutes,
  ...claimRoutes,
  ...judgementRoutes,
  ...reviewRoutes,
  ...codingRoutes,
  ...importRoutes,
  ...placeRoutes,
  ...organisationRoutes,
  ...readingRoutes,
  ...searchRoutes,
  ...exportRoutes,
  ...viewRoutes,
  ...sessionRoutes,
  ...passkeyRoutes,
  ...providerRoutes,
  ...accountRoutes,
  ...taskRoutes,
  ...systemRoutes,
} as const satisfies Readonly<Record<string, Route>>

export type Routes = typeof ROUTES
export type RouteName = keyof Routes
