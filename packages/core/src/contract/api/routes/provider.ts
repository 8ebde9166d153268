import { z } from 'zod'
import { route } from '../route.ts'

const signing = 'Signing in'
const own = 'Your account'

export const providerRoutes = {
  providerSignIn: route({
    method: 'get',
    path: '/api/session/provider',
    tag: signing,
    summary: 'Leads to the identity provider that the server was started with',
    about: 'OpenID Connect: authorization code with PKCE, state and nonce.',
    needs: 'anyone',
    scope: 'never',
    status: 302,
    reply: null,
  }),
  providerReturn: route({
    method: 'get',
    path: '/api/session/provider/return',
    tag: signing,
    summary: 'Where the identity provider leads back to',
    about:
      'Leads to the first page, signed in; or to `/sign-in?refused=CODE`. An identity that is new is linked to the account whose invitation ' +
      'is open under the same e-mail, if the provider verified that e-mail, and to no other.',
    needs: 'anyone',
    scope: 'never',
    query: z.looseObject({
      code: z.string().max(4000).optional(),
      state: z.string().max(400).optional(),
      iss: z.string().max(1000).optional(),
      error: z.string().max(400).optional(),
      error_description: z.string().max(2000).optional(),
      session_state: z.string().max(400).optional(),
      scope: z.string().max(1000).optional(),
    }),
    status: 302,
    reply: null,
  }),
  linkProvider: route({
    method: 'post',
    path: '/api/account/provider',
    tag: own,
    summary: 'Begin to link your account to yourself at the identity provider',
    needs: 'signed-in',
    scope: 'never',
    writes: 'own',
    sensitive: true,
    status: 201,
    reply: z.object({ url: z.string().describe('Where to go on.') }),
  }),
  listIdentities: route({
    method: 'get',
    path: '/api/account/provider',
    tag: own,
    summary: 'Who you are at identity providers',
    needs: 'signed-in',
    scope: 'never',
    status: 200,
    reply: z.object({ items: z.array(z.object({ issuer: z.string(), subject: z.string(), madeAt: z.string() })) }),
  }),
  unlinkProvider: route({
    method: 'delete',
    path: '/api/account/provider',
    tag: own,
    summary: 'Sign in by identity providers no more',
    needs: 'signed-in',
    scope: 'never',
    writes: 'own',
    sensitive: true,
    status: 204,
    reply: null,
  }),
} as const
