import { z } from 'zod'
import { COPY_KINDS } from '../../../model/copy.ts'
import { DESK_STATES } from '../../../model/desk.ts'
import { ZONE_KINDS } from '../../../model/document.ts'
import { claimRecordSchema } from '../../claim-record.ts'
import { DOCUMENT_SORTS, documentFilterSchema } from '../../document-filter.ts'
import { documentRecordSchema } from '../../document-record.ts'
import { pageRequestSchema, pageSchema } from '../../page.ts'
import { route } from '../route.ts'
import { contentIdSchema } from '../values.ts'

const tag = 'Documents'
const params = z.object({ id: contentIdSchema.describe("The document's content id.") })
const spanSchema = { start: z.number().int().nonnegative(), end: z.number().int().nonnegative() }

const documentTextSchema = z.object({
  document: documentRecordSchema,
  text: z
    .string()
    .describe('All words as they were read; what is protected reads █ and keeps its length, so spans stay right.'),
  withheld: z
    .boolean()
    .describe('The words are withheld whole: in this language names cannot be told from other words.'),
  zones: z
    .array(z.object({ kind: z.enum(ZONE_KINDS), ...spanSchema }))
    .describe('What is no body: headline, caption, dateline, clutter.'),
  claims: z.array(claimRecordSchema).describe('The claims read in it, in the order of the text.'),
})

const relationSchema = z.object({
  relation: z.enum(COPY_KINDS),
  document: z.object({ id: z.string(), doc: z.string() }).describe('The copy.'),
  of: z.object({ id: z.string(), doc: z.string() }).describe('What it copies.'),
  containment: z.number().min(0).max(1).describe("Share of the copy's words that stand in the other."),
  why: z.string(),
})

/** An outlet as the documents name it. */
export const outletRecordSchema = z.object({
  outlet: z.string(),
  documents: z.number().int().positive(),
  copies: z.number().int().nonnegative().describe('How many of them copy an earlier document.'),
  languages: z.array(z.string()),
  first: z.iso.date().nullable().describe('The days of its first and last document.'),
  last: z.iso.date().nullable(),
})
export type OutletRecord = z.infer<typeof outletRecordSchema>

export const documentRoutes = {
  listDocuments: route({
    method: 'get',
    path: '/api/documents',
    tag,
    summary: 'Documents, as they came unless another order is asked for',
    needs: 'public',
    scope: 'read',
    protects: true,
    query: pageRequestSchema.extend({ ...documentFilterSchema.shape, sort: z.enum(DOCUMENT_SORTS).optional() }),
    status: 200,
    reply: pageSchema(documentRecordSchema),
  }),
  showDocument: route({
    method: 'get',
    path: '/api/documents/{id}',
    tag,
    summary: 'One document',
    needs: 'public',
    scope: 'read',
    protects: true,
    params,
    status: 200,
    reply: documentRecordSchema,
  }),
  readDocument: route({
    method: 'get',
    path: '/api/documents/{id}/text',
    tag,
    summary: 'The words of a document, with its zones and claims',
    needs: 'viewer',
    scope: 'read',
    protects: true,
    params,
    status: 200,
    reply: documentTextSchema,
  }),
  deskDocuments: route({
    method: 'patch',
    path: '/api/documents/desk',
    tag,
    summary: 'Say who works on documents, and how far they have come',
    about:
      'What is left out stays as it is. Each document is told with the version of its `desk`; if one has another by now, the reply is ' +
      'a 409 with both, and nothing was kept.',
    needs: 'coder',
    scope: 'write',
    writes: 'tells',
    body: z.strictObject({
      documents: z
        .array(z.strictObject({ id: contentIdSchema, version: z.string().min(1).max(64) }))
        .min(1)
        .max(1000),
      state: z.enum(DESK_STATES).optional(),
      assignee: z.uuid().nullable().optional().describe('Null = nobody.'),
    }),
    status: 204,
    reply: null,
  }),
  listOutlets: route({
    method: 'get',
    path: '/api/outlets',
    tag,
    summary: 'Who published the documents, those with the most first',
    needs: 'viewer',
    scope: 'read',
    status: 200,
    reply: z.object({ items: z.array(outletRecordSchema) }),
  }),
  listCopies: route({
    method: 'get',
    path: '/api/documents/{id}/copies',
    tag,
    summary: 'What a document copies, and what copies it',
    needs: 'public',
    scope: 'read',
    protects: true,
    params,
    status: 200,
    reply: z.object({ items: z.array(relationSchema) }),
  }),
} as const
