import { z } from 'zod'
import { importDetailSchema, importFileSchema, importRecordSchema } from '../../import-record.ts'
import { pageRequestSchema, pageSchema } from '../../page.ts'
import { route } from '../route.ts'
import { lineSchema, numberSchema } from '../values.ts'

const tag = 'Imports'
const params = z.object({ id: numberSchema })
const uploadId = z.object({ id: z.uuid() })

/** A file on its way in. */
export const uploadRecordSchema = z.object({
  id: z.uuid(),
  name: z.string().describe('As it will be called: its last part alone, without what no file name may hold.'),
  size: z.number().int().nonnegative().describe('Bytes that are to come.'),
  received: z.number().int().nonnegative().describe('Bytes that are on the disk.'),
  collection: numberSchema,
  state: z.enum(['receiving', 'waiting', 'reading', 'done', 'failed']),
  import: numberSchema.nullable().describe('The import that reads it, once there is one.'),
  problem: z.string().nullable(),
})
export type UploadRecord = z.infer<typeof uploadRecordSchema>

const newUploadSchema = z.strictObject({
  name: z.string().min(1).max(400).describe('The name of the file; its ending tells the format.'),
  size: z.number().int().min(1).max(2_000_000_000),
  collection: numberSchema.optional().describe('The collection it goes into; `main` unless told.'),
})

export const importRoutes = {
  listImports: route({
    method: 'get',
    path: '/api/imports',
    tag,
    summary: 'The ledger of imports, the newest first',
    needs: 'viewer',
    scope: 'read',
    protects: true,
    query: pageRequestSchema,
    status: 200,
    reply: pageSchema(importRecordSchema),
  }),
  showImport: route({
    method: 'get',
    path: '/api/imports/{id}',
    tag,
    summary: 'One import, and what it refused and why',
    needs: 'viewer',
    scope: 'read',
    protects: true,
    params,
    status: 200,
    reply: importDetailSchema,
  }),
  listImportFiles: route({
    method: 'get',
    path: '/api/imports/{id}/files',
    tag,
    summary: 'All that an import took in, file by file: how far each came, and what was tried again',
    needs: 'viewer',
    scope: 'read',
    protects: true,
    params,
    query: pageRequestSchema,
    status: 200,
    reply: pageSchema(importFileSchema),
  }),
  startUpload: route({
    method: 'post',
    path: '/api/uploads',
    tag,
    summary: 'Announce a file of reports',
    about: 'Then send its bytes with PUT. When all have come, it is read as an import.',
    needs: 'coder',
    scope: 'write',
    writes: 'adds',
    body: newUploadSchema,
    status: 201,
    reply: uploadRecordSchema,
  }),
  showUpload: route({
    method: 'get',
    path: '/api/uploads/{id}',
    tag,
    summary: 'How much of a file has come, and what became of it',
    needs: 'coder',
    scope: 'write',
    params: uploadId,
    status: 200,
    reply: uploadRecordSchema,
  }),
  sendUpload: route({
    method: 'put',
    path: '/api/uploads/{id}',
    tag,
    summary: 'Send bytes of a file, from where it stopped',
    about:
      '`from` must be what `received` says: after a break, ask, and go on there. What was received survives a crash of the server.',
    needs: 'coder',
    scope: 'write',
    writes: 'tells',
    params: uploadId,
    query: z.object({ from: z.number().int().min(0).max(2_000_000_000).default(0) }),
    takes: { mediaTypes: ['application/octet-stream'], about: 'The bytes.' },
    status: 202,
    reply: uploadRecordSchema,
  }),
  followUpload: route({
    method: 'get',
    path: '/api/uploads/{id}/events',
    tag,
    summary: 'How far an upload and its import have come, as server-sent events',
    about: 'Events `progress` with `{phase, done, total}`, and at the end one `end` with the upload.',
    needs: 'coder',
    scope: 'write',
    params: uploadId,
    status: 200,
    reply: { mediaTypes: ['text/event-stream'], about: 'Events `progress`, then `end`.' },
  }),
  addReport: route({
    method: 'post',
    path: '/api/reports',
    tag,
    summary: 'Add one report as text',
    needs: 'coder',
    scope: 'write',
    writes: 'adds',
    body: z.strictObject({
      text: z.string().min(1).max(2_000_000),
      name: lineSchema.describe('What to call it.'),
      outlet: lineSchema.optional(),
      published: z.iso.date().optional(),
      url: z
        .url({ protocol: /^https?$/ })
        .max(2000)
        .optional()
        .describe('Where it stands; it is kept, never fetched.'),
      title: lineSchema.optional(),
      collection: numberSchema.optional(),
    }),
    status: 202,
    reply: uploadRecordSchema,
  }),
  retryImport: route({
    method: 'post',
    path: '/api/imports/{id}/retry',
    tag,
    summary: 'Read again what an import of an upload refused',
    needs: 'coder',
    scope: 'write',
    writes: 'adds',
    params,
    status: 202,
    reply: uploadRecordSchema,
  }),
} as const
