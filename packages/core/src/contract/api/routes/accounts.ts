import { z } from 'zod'
import { pageRequestSchema, pageSchema } from '../../page.ts'
import { redactionProfilesSchema } from '../redaction.ts'
import { TOKEN_SCOPES } from '../role.ts'
import { roleSchema } from '../role-schema.ts'
import { route } from '../route.ts'
import { contentIdSchema, lineSchema, numberSchema } from '../values.ts'
import { emailSchema, newPasswordSchema, passwordSchema } from './session.ts'

const own = 'Your account'
const people = 'People and collections'
const uuid = z.object({ id: z.uuid() })

const sessionSchema = z.object({
  id: z.uuid(),
  madeAt: z.string(),
  expiresAt: z.string(),
  address: z.string(),
  agent: z.string().describe('What the browser called itself.'),
  current: z.boolean(),
})

const tokenSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  scope: z.enum(TOKEN_SCOPES),
  madeAt: z.string(),
  expiresAt: z.string(),
})

const grantSchema = z.strictObject({
  collection: numberSchema.nullable().describe('Null = all collections, those to come too.'),
  role: roleSchema,
})

const personSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  owner: z.boolean(),
  disabled: z.boolean(),
  joined: z.boolean().describe('They have chosen a password, or signed in by the identity provider.'),
  totp: z.boolean(),
  grants: z.array(grantSchema),
  version: z.string().describe('For a change of name, rights or access: another once somebody changed one of them.'),
})
export type PersonRecord = z.infer<typeof personSchema>

const invitedSchema = z.object({
  person: personSchema,
  secret: z
    .string()
    .describe('For a link to `/join#SECRET`: good once, for three days. It is shown here and nowhere else.'),
})

const collectionSchema = z.object({ id: numberSchema, name: z.string() })

const logEntrySchema = z.object({
  seq: z.number().int(),
  at: z.string(),
  kind: z.string(),
  body: z.string().nullable().describe('Canonical JSON; null where it may hold names and they were not asked for.'),
  hash: z.string().describe('Over all of the entry and the hash of the one before.'),
})

export const accountRoutes = {
  listSessions: route({
    method: 'get',
    path: '/api/account/sessions',
    tag: own,
    summary: 'Where you are signed in',
    needs: 'signed-in',
    scope: 'never',
    status: 200,
    reply: z.object({ items: z.array(sessionSchema) }),
  }),
  endSession: route({
    method: 'delete',
    path: '/api/account/sessions/{id}',
    tag: own,
    summary: 'Sign out somewhere else',
    needs: 'signed-in',
    scope: 'never',
    writes: 'ends',
    params: uuid,
    status: 204,
    reply: null,
  }),
  changePassword: route({
    method: 'put',
    path: '/api/account/password',
    tag: own,
    summary: 'Choose another password; all other sessions end',
    needs: 'signed-in',
    scope: 'never',
    writes: 'own',
    body: z.strictObject({ current: passwordSchema, password: newPasswordSchema }),
    status: 204,
    reply: null,
  }),
  startTotp: route({
    method: 'post',
    path: '/api/account/totp',
    tag: own,
    summary: 'Get a secret for an authenticator app',
    about: 'It asks for codes only after one was confirmed.',
    needs: 'signed-in',
    scope: 'never',
    writes: 'own',
    sensitive: true,
    status: 201,
    reply: z.object({ secret: z.string(), uri: z.string().describe('To be shown as a QR code.') }),
  }),
  confirmTotp: route({
    method: 'put',
    path: '/api/account/totp',
    tag: own,
    summary: 'Turn the second factor on with a first code',
    needs: 'signed-in',
    scope: 'never',
    writes: 'own',
    sensitive: true,
    body: z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
    status: 200,
    reply: z.object({
      recoveryCodes: z.array(z.string()).describe('Each good once, in place of a code. Shown here and nowhere else.'),
    }),
  }),
  stopTotp: route({
    method: 'delete',
    path: '/api/account/totp',
    tag: own,
    summary: 'Turn the second factor off',
    needs: 'signed-in',
    scope: 'never',
    writes: 'own',
    sensitive: true,
    status: 204,
    reply: null,
  }),
  listTokens: route({
    method: 'get',
    path: '/api/tokens',
    tag: own,
    summary: 'Your API tokens',
    needs: 'signed-in',
    scope: 'never',
    status: 200,
    reply: z.object({ items: z.array(tokenSchema) }),
  }),
  makeToken: route({
    method: 'post',
    path: '/api/tokens',
    tag: own,
    summary: 'Make an API token',
    needs: 'signed-in',
    scope: 'never',
    writes: 'adds',
    sensitive: true,
    body: z.strictObject({
      name: lineSchema,
      scope: z.enum(TOKEN_SCOPES),
      days: z.number().int().min(1).max(366).default(90).describe('After so many days it expires.'),
    }),
    status: 201,
    reply: tokenSchema.extend({ token: z.string().describe('Shown here and nowhere else.') }),
  }),
  endToken: route({
    method: 'delete',
    path: '/api/tokens/{id}',
    tag: own,
    summary: 'End an API token',
    needs: 'signed-in',
    scope: 'never',
    writes: 'ends',
    params: uuid,
    status: 204,
    reply: null,
  }),
  listPeople: route({
    method: 'get',
    path: '/api/people',
    tag: people,
    summary: 'Everybody with an account',
    needs: 'admin',
    everywhere: true,
    scope: 'admin',
    status: 200,
    reply: z.object({ items: z.array(personSchema) }),
  }),
  addPerson: route({
    method: 'post',
    path: '/api/people',
    tag: people,
    summary: 'Make an account, and a link by which its person chooses a password',
    needs: 'admin',
    everywhere: true,
    scope: 'never',
    writes: 'adds',
    sensitive: true,
    body: z.strictObject({ email: emailSchema, name: lineSchema, grants: z.array(grantSchema).max(200) }),
    status: 201,
    reply: invitedSchema,
  }),
  changePerson: route({
    method: 'patch',
    path: '/api/people/{id}',
    tag: people,
    summary: 'Change what somebody may do, or disable their account',
    about: 'Disabling ends all their sessions and tokens at once.',
    needs: 'admin',
    everywhere: true,
    scope: 'never',
    versioned: true,
    sensitive: true,
    params: uuid,
    body: z.strictObject({
      name: lineSchema.optional(),
      grants: z.array(grantSchema).max(200).optional(),
      disabled: z.boolean().optional(),
    }),
    status: 200,
    reply: personSchema,
  }),
  invitePerson: route({
    method: 'post',
    path: '/api/people/{id}/invitation',
    tag: people,
    summary: 'Make a new link by which somebody chooses a password',
    needs: 'admin',
    everywhere: true,
    scope: 'never',
    writes: 'adds',
    sensitive: true,
    params: uuid,
    status: 201,
    reply: invitedSchema,
  }),
  listCollections: route({
    method: 'get',
    path: '/api/collections',
    tag: people,
    summary: 'The collections that you may read',
    needs: 'public',
    scope: 'read',
    status: 200,
    reply: z.object({ items: z.array(collectionSchema) }),
  }),
  addCollection: route({
    method: 'post',
    path: '/api/collections',
    tag: people,
    summary: 'Make a collection',
    needs: 'admin',
    everywhere: true,
    scope: 'admin',
    writes: 'adds',
    body: z.strictObject({ name: lineSchema }),
    status: 201,
    reply: collectionSchema,
  }),
  moveDocuments: route({
    method: 'post',
    path: '/api/collections/{id}/documents',
    tag: people,
    summary: 'Move documents from one collection into another',
    about:
      'A document that is no longer in `from` makes it a 409 with where it was seen and where it is; then none is moved.',
    needs: 'admin',
    everywhere: true,
    scope: 'admin',
    writes: 'tells',
    params: z.object({ id: numberSchema }),
    body: z.strictObject({ from: numberSchema, documents: z.array(contentIdSchema).min(1).max(1000) }),
    status: 204,
    reply: null,
  }),
  showRedaction: route({
    method: 'get',
    path: '/api/settings/redaction',
    tag: people,
    summary: 'What each role may see of names and places',
    needs: 'viewer',
    scope: 'read',
    status: 200,
    reply: redactionProfilesSchema,
  }),
  setRedaction: route({
    method: 'put',
    path: '/api/settings/redaction',
    tag: people,
    summary: 'Set what each role may see of names and places',
    needs: 'admin',
    everywhere: true,
    scope: 'never',
    versioned: true,
    sensitive: true,
    body: redactionProfilesSchema,
    status: 200,
    reply: redactionProfilesSchema,
  }),
  showLog: route({
    method: 'get',
    path: '/api/log',
    tag: people,
    summary: 'The log, the oldest entry first: who did what, and who looked at names',
    needs: 'admin',
    everywhere: true,
    scope: 'admin',
    protects: true,
    query: pageRequestSchema.extend({
      after: z
        .string()
        .regex(/^\d{1,15}$/)
        .optional(),
    }),
    status: 200,
    reply: pageSchema(logEntrySchema),
  }),
  verifyRecord: route({
    method: 'get',
    path: '/api/verify',
    tag: people,
    summary: 'Walk the log and the record, and say whether they hold',
    needs: 'admin',
    everywhere: true,
    scope: 'admin',
    status: 200,
    reply: z.object({ items: z.array(z.object({ check: z.string(), holds: z.boolean(), text: z.string() })) }),
  }),
} as const
