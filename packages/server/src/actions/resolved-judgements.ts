import type { Claim } from '@sijil/core/model/claim.js'
import type { Judgement } from '@sijil/core/model/judgement.js'
import { resolveJudgements } from '@sijil/core/stages/link/codes.js'
import type { Db } from '../store/database.ts'
import { judgementsOn } from '../store/queries/judgements.ts'
import { findCodes } from '../store/queries/linking.ts'

/** The judgements on any of some claims, codes in them resolved to the claims that they are anchored on. */
export const resolvedJudgements = async (db: Db, claims: readonly Claim[]): Promise<readonly Judgement[]> => {
  const judgements = await judgementsOn(
    db,
    claims.map(({ id }) => id),
  )
  const codes = await findCodes(
    db,
    judgements.flatMap(({ left, right }) => [left, right]),
  )
  return resolveJudgements(judgements, codes)
}
