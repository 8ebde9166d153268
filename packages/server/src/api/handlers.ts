import type { RouteName, Routes } from '@sijil/core/contract/api/routes.js'
import type { Handler } from './call.ts'
import { accountHandlers } from './handlers/accounts.ts'
import { claimHandlers } from './handlers/claims.ts'
import { codingHandlers } from './handlers/codings.ts'
import { documentHandlers } from './handlers/documents.ts'
import { exportHandlers } from './handlers/exports.ts'
import { importHandlers } from './handlers/imports.ts'
import { incidentHandlers } from './handlers/incidents.ts'
import { judgementHandlers } from './handlers/judgements.ts'
import { organisationHandlers } from './handlers/organisations.ts'
import { passkeyHandlers } from './handlers/passkeys.ts'
import { peopleHandlers } from './handlers/people.ts'
import { placeHandlers } from './handlers/places.ts'
import { providerHandlers } from './handlers/provider.ts'
import { readingHandlers } from './handlers/reading.ts'
import { reviewHandlers } from './handlers/reviews.ts'
import { searchHandlers } from './handlers/search.ts'
import { sessionHandlers } from './handlers/session.ts'
import { systemHandlers } from './handlers/system.ts'
import { taskHandlers } from './handlers/tasks.ts'
import { viewHandlers } from './handlers/views.ts'

/** What answers each route; a route without a line here does not compile. */
export const HANDLERS: { readonly [N in RouteName]: Handler<Routes[N]> } = {
  ...incidentHandlers,
  ...documentHandlers,
  ...claimHandlers,
  ...judgementHandlers,
  ...reviewHandlers,
  ...codingHandlers,
  ...importHandlers,
  ...placeHandlers,
  ...organisationHandlers,
  ...readingHandlers,
  ...taskHandlers,
  ...searchHandlers,
  ...exportHandlers,
  ...sessionHandlers,
  ...passkeyHandlers,
  ...providerHandlers,
  ...accountHandlers,
  ...peopleHandlers,
  ...viewHandlers,
  ...systemHandlers,
}

/** Routes whose replies depend on nothing but record, rights and address. */
export const KEPT: ReadonlySet<string> = new Set<RouteName>([
  'listIncidents',
  'incidentPoints',
  'showIncident',
  'compareIncident',
  'showHistory',
  'listDocuments',
  'showDocument',
  'readDocument',
  'listCopies',
  'listClaims',
  'showClaim',
  'listTolls',
  'listChecks',
  'reviewQueue',
])
