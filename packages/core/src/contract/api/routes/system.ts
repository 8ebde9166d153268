import { z } from 'zod'
import { statusRecordSchema } from '../../status-record.ts'
import { route } from '../route.ts'

const tag = 'System'

export const systemRoutes = {
  health: route({
    method: 'get',
    path: '/api/health',
    tag,
    summary: 'Whether the server and its store answer',
    needs: 'anyone',
    scope: 'read',
    status: 200,
    reply: z.object({ ok: z.boolean(), version: z.string() }),
  }),
  openapi: route({
    method: 'get',
    path: '/api/openapi.json',
    tag,
    summary: 'This API as OpenAPI 3.1',
    needs: 'anyone',
    scope: 'read',
    status: 200,
    reply: z.record(z.string(), z.unknown()),
  }),
  reference: route({
    method: 'get',
    path: '/api/docs',
    tag,
    summary: 'This API as a page to read',
    needs: 'anyone',
    scope: 'read',
    status: 200,
    reply: { mediaTypes: ['text/html'], about: 'A page.' },
  }),
  showStatus: route({
    method: 'get',
    path: '/api/status',
    tag,
    summary: 'What workers have to do, do and did',
    needs: 'admin',
    everywhere: true,
    scope: 'admin',
    status: 200,
    reply: statusRecordSchema,
  }),
  doctor: route({
    method: 'get',
    path: '/api/doctor',
    tag,
    summary: 'Check the machine: what Sijil needs, and what is in its way',
    needs: 'admin',
    everywhere: true,
    scope: 'admin',
    status: 200,
    reply: z.object({ items: z.array(z.object({ check: z.string(), holds: z.boolean(), text: z.string() })) }),
  }),
  backUp: route({
    method: 'post',
    path: '/api/backup',
    tag,
    summary: 'The whole store in one file, locked by a passphrase',
    about:
      'Only for the owner. It is read back at the terminal (`sijil restore`). A file that came whole ends well: what was cut short, ' +
      '`sijil restore` refuses.',
    needs: 'admin',
    everywhere: true,
    owner: true,
    scope: 'never',
    writes: 'nothing',
    sensitive: true,
    body: z.strictObject({
      passphrase: z.string().min(12).max(1000).describe('Whoever loses it loses the backup.'),
    }),
    status: 200,
    reply: { mediaTypes: ['application/octet-stream'], about: 'The backup, as a file.' },
  }),
  changes: route({
    method: 'get',
    path: '/api/changes',
    tag,
    summary: 'Tells when the record changes, as server-sent events',
    about:
      'An event `record` with `{version}` at once and whenever documents, incidents, judgements or reviews came or went. Ask again ' +
      'for what is shown; the version is that of no single record.',
    needs: 'public',
    scope: 'read',
    status: 200,
    reply: { mediaTypes: ['text/event-stream'], about: 'Events `record`.' },
  }),
} as const
