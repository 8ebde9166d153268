import { z } from 'zod'
import { incidentFilterSchema } from '../../incident-filter.ts'
import { route } from '../route.ts'

const MEDIA_TYPES = ['text/csv', 'application/json', 'application/geo+json'] as const

export const exportRoutes = {
  exportIncidents: route({
    method: 'get',
    path: '/api/exports/incidents',
    tag: 'Exports',
    summary: 'The incidents for other programs',
    about:
      'Names of persons read [name]; `names=show` leaves them for whoever may see them, and is kept in the log. Roll-ups stand apart in ' +
      'JSON and are left out of CSV and GeoJSON unless `rollups=true`.',
    needs: 'public',
    scope: 'read',
    protects: true,
    query: incidentFilterSchema.extend({
      format: z.enum(['csv', 'json', 'geojson']),
      rollups: z.boolean().default(false),
    }),
    status: 200,
    reply: { mediaTypes: MEDIA_TYPES, about: 'The columns are described in docs/export.md.' },
  }),
} as const
