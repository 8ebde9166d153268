import type { RouteName, Routes } from '@sijil/core/contract/api/routes.js'
import type { Handler } from './call.ts'

/** Handlers of some routes, each typed by its route. */
export type HandlersOf<N extends RouteName> = { readonly [K in N]: Handler<Routes[K]> }
