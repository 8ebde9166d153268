import type { SqlMigration } from './sql-migration.ts'

/** Judgements are found by the claims that their sides name: the part before the place of one that holds for several. */
export const judgedClaims: SqlMigration = {
  name: '000026-judged-claims',
  statements: [
    `create index judgements_left_claim on judgements (split_part(left_id, '#', 1))`,
    `create index judgements_right_claim on judgements (split_part(right_id, '#', 1))`,
  ],
}
