import { z } from 'zod'
import { organisationListSchema } from '../../organisation-record.ts'
import { route } from '../route.ts'
import { lineSchema } from '../values.ts'
import { taskRecordSchema } from './tasks.ts'

const tag = 'Organisations'

export const organisationRoutes = {
  listOrganisations: route({
    method: 'get',
    path: '/api/organisations',
    tag,
    summary: 'The imported tables of organisations in use, each with its other names',
    needs: 'viewer',
    scope: 'read',
    status: 200,
    reply: z.object({ items: z.array(organisationListSchema) }),
  }),
  importOrganisations: route({
    method: 'post',
    path: '/api/organisations',
    tag,
    summary: 'Use organisations and their other names from a table, and fold the record anew by it',
    about: 'A table (CSV) with the header name, and as far as known key, type, party, aliases (parted by |).',
    needs: 'admin',
    everywhere: true,
    scope: 'admin',
    writes: 'tells',
    query: z.object({
      file: lineSchema.describe("The file's name."),
      name: lineSchema.optional().describe("What to call it; the file's name unless told."),
      replaces: lineSchema.optional().describe('The `sha256` of the table of that name that it is to replace.'),
    }),
    takes: { mediaTypes: ['application/octet-stream'], about: 'The table as it is.' },
    status: 202,
    reply: taskRecordSchema,
  }),
  removeOrganisations: route({
    method: 'delete',
    path: '/api/organisations/{name}',
    tag,
    summary: 'Use an imported table of organisations no more, and fold the record anew',
    about: '`If-Match` carries its `sha256`.',
    needs: 'admin',
    everywhere: true,
    scope: 'admin',
    versioned: true,
    params: z.object({ name: lineSchema }),
    status: 202,
    reply: taskRecordSchema,
  }),
} as const
