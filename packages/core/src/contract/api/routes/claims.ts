import { z } from 'zod'
import { CLAIM_SORTS, claimFilterSchema } from '../../claim-filter.ts'
import { claimRecordSchema } from '../../claim-record.ts'
import { pageRequestSchema, pageSchema } from '../../page.ts'
import { tollRecordSchema } from '../../toll-record.ts'
import { route } from '../route.ts'
import { contentIdSchema } from '../values.ts'

const tag = 'Claims'

export const claimRoutes = {
  listClaims: route({
    method: 'get',
    path: '/api/claims',
    tag,
    summary: 'Claims, as they came unless another order is asked for',
    needs: 'public',
    scope: 'read',
    protects: true,
    query: pageRequestSchema.extend({ ...claimFilterSchema.shape, sort: z.enum(CLAIM_SORTS).optional() }),
    status: 200,
    reply: pageSchema(claimRecordSchema),
  }),
  showClaim: route({
    method: 'get',
    path: '/api/claims/{id}',
    tag,
    summary: 'One claim',
    needs: 'public',
    scope: 'read',
    protects: true,
    params: z.object({ id: contentIdSchema }),
    status: 200,
    reply: claimRecordSchema,
  }),
  listTolls: route({
    method: 'get',
    path: '/api/tolls',
    tag,
    summary: 'Claims in quarantine, and what the record explains of them',
    needs: 'public',
    scope: 'read',
    protects: true,
    query: pageRequestSchema,
    status: 200,
    reply: pageSchema(tollRecordSchema),
  }),
} as const
