import { z } from 'zod'
import { route } from '../route.ts'
import { lineSchema } from '../values.ts'
import { sessionStateSchema } from './session.ts'

const own = 'Your account'
const signing = 'Signing in'

/** What a browser's `navigator.credentials` takes and gives, as JSON. */
const credentialSchema = z.looseObject({ id: z.string().min(1).max(2000) }).describe('As the browser gave it.')
const ceremonySchema = z.string().min(20).max(200).describe('The one of the challenge; good once, for five minutes.')
const answer = { ceremony: ceremonySchema, credential: credentialSchema }

const challengeSchema = z.object({
  ceremony: z.string(),
  options: z.record(z.string(), z.unknown()).describe('For `navigator.credentials`.'),
})

const passkeySchema = z.object({
  id: z.string(),
  name: z.string(),
  madeAt: z.string(),
  usedAt: z.string().nullable(),
})
export type PasskeyRecord = z.infer<typeof passkeySchema>

export const passkeyRoutes = {
  startPasskeySignIn: route({
    method: 'post',
    path: '/api/session/passkey/challenge',
    tag: signing,
    summary: 'Begin to sign in, or to confirm a session, with a passkey',
    about: 'No e-mail is asked for, so nobody learns who has an account.',
    needs: 'anyone',
    scope: 'never',
    writes: 'own',
    status: 201,
    reply: challengeSchema,
  }),
  passkeySignIn: route({
    method: 'post',
    path: '/api/session/passkey',
    tag: signing,
    summary: 'Sign in with a passkey, which stands for password and second factor',
    needs: 'anyone',
    scope: 'never',
    writes: 'own',
    body: z.strictObject(answer),
    status: 201,
    reply: sessionStateSchema,
  }),
  confirmByPasskey: route({
    method: 'post',
    path: '/api/session/confirm/passkey',
    tag: signing,
    summary: 'Show a passkey again, for sensitive acts of the next ten minutes',
    needs: 'signed-in',
    scope: 'never',
    writes: 'own',
    body: z.strictObject(answer),
    status: 200,
    reply: sessionStateSchema,
  }),
  listPasskeys: route({
    method: 'get',
    path: '/api/account/passkeys',
    tag: own,
    summary: 'Your passkeys',
    needs: 'signed-in',
    scope: 'never',
    status: 200,
    reply: z.object({ items: z.array(passkeySchema) }),
  }),
  startPasskey: route({
    method: 'post',
    path: '/api/account/passkeys/challenge',
    tag: own,
    summary: 'Begin to add a passkey',
    needs: 'signed-in',
    scope: 'never',
    writes: 'own',
    sensitive: true,
    status: 201,
    reply: challengeSchema,
  }),
  addPasskey: route({
    method: 'post',
    path: '/api/account/passkeys',
    tag: own,
    summary: 'Add the passkey that the browser made',
    needs: 'signed-in',
    scope: 'never',
    writes: 'own',
    sensitive: true,
    body: z.strictObject({ name: lineSchema, ...answer }),
    status: 201,
    reply: passkeySchema,
  }),
  removePasskey: route({
    method: 'delete',
    path: '/api/account/passkeys/{id}',
    tag: own,
    summary: 'Remove a passkey',
    needs: 'signed-in',
    scope: 'never',
    writes: 'ends',
    sensitive: true,
    params: z.object({ id: z.string().regex(/^[\w-]{1,2000}$/) }),
    status: 204,
    reply: null,
  }),
} as const
