import { z } from 'zod'
import { route } from '../route.ts'
import { lineSchema } from '../values.ts'

const tag = 'Saved views'

/** The pages whose filters can be kept under a name. */
export const VIEW_PAGES = ['inbox', 'queue', 'incidents', 'map', 'timeline', 'tolls'] as const
export type ViewPage = (typeof VIEW_PAGES)[number]

const MOST_KEYS = 40

const searchValueSchema = z.union([
  z.string().max(500),
  z.number().min(-1e12).max(1e12),
  z.boolean(),
  z.array(z.string().max(500)).max(50),
])

/** What a page's address says behind the question mark. A page leaves out what it does not know when it opens a view. */
const viewSearchSchema = z
  .record(z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/), searchValueSchema)
  .refine((search) => Object.keys(search).length <= MOST_KEYS, `at most ${MOST_KEYS} filters`)
  .describe("The page's filters, as its address has them.")
export type ViewSearch = z.infer<typeof viewSearchSchema>

const wordsSchema = {
  name: lineSchema.describe('One name stands for one view of a page.'),
  search: viewSearchSchema,
  shared: z
    .boolean()
    .default(false)
    .describe('Whether everybody sees it. Sharing needs the right to see names: what is shared may name nobody.'),
}

const viewRecordSchema = z.object({
  id: z.uuid(),
  page: z.enum(VIEW_PAGES),
  name: z.string(),
  search: viewSearchSchema,
  shared: z.boolean(),
  own: z.boolean().describe('Whether it is yours: only you, and whoever is admin everywhere, may change it.'),
  by: z.string().describe('Whose it is.'),
  version: z.string().describe('To be given as `If-Match` with a change.'),
})
export type ViewRecord = z.infer<typeof viewRecordSchema>

const params = z.object({ id: z.uuid() })

export const viewRoutes = {
  listViews: route({
    method: 'get',
    path: '/api/views',
    tag,
    summary: 'Your saved views, and those that others share',
    about: "A shared view in which a word of a person's name stands is shown to nobody but whose it is.",
    needs: 'public',
    scope: 'read',
    query: z.object({ page: z.enum(VIEW_PAGES).optional() }),
    status: 200,
    reply: z.object({ items: z.array(viewRecordSchema) }),
  }),
  addView: route({
    method: 'post',
    path: '/api/views',
    tag,
    summary: "Keep a page's filters under a name",
    needs: 'public',
    scope: 'write',
    writes: 'adds',
    body: z.strictObject({ page: z.enum(VIEW_PAGES), ...wordsSchema }),
    status: 201,
    reply: viewRecordSchema,
  }),
  changeView: route({
    method: 'put',
    path: '/api/views/{id}',
    tag,
    summary: 'Change a saved view',
    needs: 'public',
    scope: 'write',
    versioned: true,
    params,
    body: z.strictObject(wordsSchema),
    status: 200,
    reply: viewRecordSchema,
  }),
  removeView: route({
    method: 'delete',
    path: '/api/views/{id}',
    tag,
    summary: 'Remove a saved view',
    needs: 'public',
    scope: 'write',
    versioned: true,
    params,
    status: 204,
    reply: null,
  }),
} as const
