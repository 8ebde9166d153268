import { z } from 'zod'
import { documentRecordSchema } from '../../document-record.ts'
import { searchSchema } from '../../incident-filter.ts'
import { incidentRecordSchema } from '../../incident-record.ts'
import { route } from '../route.ts'
import { foundPlaceSchema } from './places.ts'

export const searchRoutes = {
  search: route({
    method: 'get',
    path: '/api/search',
    tag: 'Search',
    summary: 'Incidents by code or words, documents by words, outlets and places by name',
    about:
      'Finds in what you may read, and places in the gazetteers. Whoever may not see names of persons finds nothing by them but places: ' +
      'neither a hit nor an empty reply tells whether somebody is in the record.',
    needs: 'public',
    scope: 'read',
    protects: true,
    query: z.object({
      q: searchSchema,
      limit: z.number().int().min(1).max(50).default(6).describe('How many at most of each kind.'),
    }),
    status: 200,
    reply: z.object({
      codes: z
        .array(z.string())
        .describe('Codes that begin so; the code of a merged or split incident gives where it leads.'),
      incidents: z.array(incidentRecordSchema),
      documents: z.array(documentRecordSchema),
      outlets: z.array(z.object({ name: z.string(), documents: z.number().int().nonnegative() })),
      places: z.array(foundPlaceSchema),
    }),
  }),
} as const
