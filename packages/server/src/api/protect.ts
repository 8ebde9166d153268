import type { Route } from '@sijil/core/contract/api/route.js'
import { coarsened, redact } from '@sijil/core/stages/publish/redact.js'
import type { Principal, Reach } from '../actions/accounts/principal.ts'
import { logLook } from '../actions/protection/log-look.ts'
import { redactionProfiles } from '../actions/protection/redaction-profiles.ts'
import { notAllowed } from '../problems/access.ts'
import type { Protection } from './call.ts'
import type { ServerContext } from './server-context.ts'

const HIDDEN: Protection = { names: 'never', grid: null, shown: false }

/** How protected fields are treated for whoever asks. Throws a Problem where names were asked for without the right to. */
export const protectionFor = async (
  server: ServerContext,
  route: Route,
  request: Request,
  reach: Reach | null,
): Promise<Protection> => {
  if (!route.protects || reach === null) return HIDDEN
  const profile = (await redactionProfiles(server.store))[reach.role]
  const asked = new URL(request.url).searchParams.getAll('names').includes('show')
  if (asked && profile.names !== 'on-request') throw notAllowed()
  return { ...profile, shown: asked }
}

/** A reply as whoever asks may see it. A look at names is in the log before it goes out. */
export const protectedReply = async (
  server: ServerContext,
  name: string,
  who: Principal | null,
  protection: Protection,
  about: readonly string[],
  reply: unknown,
): Promise<unknown> => {
  const { grid, shown } = protection
  if (!shown) {
    const { words, unreadable } = await server.names.namesOf(about)
    return redact(reply, { names: words, unreadable, grid })
  }
  await logLook(server.store, { by: who?.person.id ?? '', route: name, documents: [...new Set(about)].sort() })
  return grid === null ? reply : coarsened(reply, grid)
}
