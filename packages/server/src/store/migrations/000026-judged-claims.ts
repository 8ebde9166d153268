import type { SqlMigration } from './sql-migration.ts'

/**
 * Judgements are found by the claims that their sides name: the part before the place of one that holds for several. Incidents
 * tell the judgements that stand on them: those that were judged before are folded anew.
 */
export const judgedClaims: SqlMigration = {
  name: '000026-judged-claims',
  statements: [
    `create index judgements_left_claim on judgements (split_part(left_id, '#', 1))`,
    `create index judgements_right_claim on judgements (split_part(right_id, '#', 1))`,
    `insert into to_link (document_id)
     select distinct c.document_id
       from judgements j
      cross join lateral (values (j.left_id), (j.right_id)) as side(id)
       left join codes k on k.code = side.id
       join claims c on c.id = coalesce(k.claim_id, split_part(side.id, '#', 1))
         on conflict do nothing`,
  ],
}
