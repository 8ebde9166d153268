import { z } from 'zod'
import { roleSchema } from '../role-schema.ts'
import { route } from '../route.ts'
import { lineSchema } from '../values.ts'

const tag = 'Signing in'

export const emailSchema = z.email().max(254).describe('Upper and lower case count as one.')
export const newPasswordSchema = z.string().min(12).max(256).describe('At least 12 characters.')
export const passwordSchema = z.string().min(1).max(256)
const secretSchema = z.string().min(20).max(200)

/** Who is asking, and what they may do. */
export const sessionStateSchema = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
  role: roleSchema.nullable().describe('The highest role in any collection.'),
  collections: z
    .array(z.object({ id: z.number().int(), name: z.string(), role: roleSchema }))
    .describe('Where they have which role.'),
  maySeeNames: z.boolean().describe('Whether `names=show` is granted; every look is kept in the log.'),
  confirmedUntil: z.string().nullable().describe('Until when sensitive acts need no password again.'),
  needsSetup: z.boolean().describe('There is no account yet: use the link that the server printed.'),
  totp: z.boolean().describe('Whether a second factor is on.'),
  provider: z
    .object({ name: z.string() })
    .nullable()
    .describe('The identity provider that one can sign in by; null for none.'),
})
export type SessionState = z.infer<typeof sessionStateSchema>

export const sessionRoutes = {
  showSession: route({
    method: 'get',
    path: '/api/session',
    tag,
    summary: 'Who is signed in',
    needs: 'anyone',
    scope: 'read',
    status: 200,
    reply: sessionStateSchema,
  }),
  setUp: route({
    method: 'post',
    path: '/api/session/setup',
    tag,
    summary: 'Make the first account, the owner, with the one-time link of the terminal',
    needs: 'anyone',
    scope: 'never',
    writes: 'once',
    body: z.strictObject({ secret: secretSchema, email: emailSchema, name: lineSchema, password: newPasswordSchema }),
    status: 201,
    reply: sessionStateSchema,
  }),
  signIn: route({
    method: 'post',
    path: '/api/session',
    tag,
    summary: 'Sign in with e-mail and password, and a code where a second factor is on',
    needs: 'anyone',
    scope: 'never',
    writes: 'own',
    body: z.strictObject({ email: emailSchema, password: passwordSchema, code: z.string().max(40).optional() }),
    status: 201,
    reply: sessionStateSchema,
  }),
  join: route({
    method: 'post',
    path: '/api/session/join',
    tag,
    summary: 'Choose a password with the link that an admin gave you',
    needs: 'anyone',
    scope: 'never',
    writes: 'once',
    body: z.strictObject({ secret: secretSchema, password: newPasswordSchema }),
    status: 201,
    reply: sessionStateSchema,
  }),
  signOut: route({
    method: 'delete',
    path: '/api/session',
    tag,
    summary: 'Sign out',
    needs: 'signed-in',
    scope: 'never',
    writes: 'own',
    status: 204,
    reply: null,
  }),
  confirmSession: route({
    method: 'post',
    path: '/api/session/confirm',
    tag,
    summary: 'Give the password again, for sensitive acts of the next ten minutes',
    needs: 'signed-in',
    scope: 'never',
    writes: 'own',
    body: z.strictObject({ password: passwordSchema }),
    status: 200,
    reply: sessionStateSchema,
  }),
} as const
