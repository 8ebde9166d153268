import type { Judgement, JudgementId } from '@sijil/core/model/judgement.js'
import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '../database.ts'
import { countRows } from './keyset.ts'

type Row = Selectable<Tables['judgements']> & {
  readonly withdrawn_by: string | null
  readonly withdrawn_at: string | null
  readonly withdrawn_reason: string | null
}

const toJudgement = (row: Row): Judgement => ({
  kind: 'judgement',
  id: row.id as JudgementId,
  left: row.left_id,
  right: row.right_id,
  verdict: row.verdict,
  by: row.by_whom,
  reason: row.reason,
  at: row.at,
  withdrawn:
    row.withdrawn_by === null
      ? null
      : { by: row.withdrawn_by, at: row.withdrawn_at ?? '', reason: row.withdrawn_reason ?? '' },
})

const judged = (db: Db) =>
  db
    .selectFrom('judgements')
    .leftJoin('withdrawals', 'withdrawals.judgement_id', 'judgements.id')
    .selectAll('judgements')
    .select([
      'withdrawals.by_whom as withdrawn_by',
      'withdrawals.at as withdrawn_at',
      'withdrawals.reason as withdrawn_reason',
    ])
    .orderBy('judgements.seq')

export const insertJudgement = async (db: Db, judgement: Judgement): Promise<void> => {
  const { id, left, right, verdict, by, reason, at } = judgement
  await db
    .insertInto('judgements')
    .values({ id, left_id: left, right_id: right, verdict, by_whom: by, reason, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const insertWithdrawal = async (
  db: Db,
  id: string,
  withdrawn: NonNullable<Judgement['withdrawn']>,
): Promise<void> => {
  await db
    .insertInto('withdrawals')
    .values({ judgement_id: id, by_whom: withdrawn.by, reason: withdrawn.reason, at: withdrawn.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const findJudgement = async (db: Db, id: string): Promise<Judgement | null> => {
  const row = await judged(db).where('judgements.id', '=', id).executeTakeFirst()
  return row === undefined ? null : toJudgement(row)
}

/** All judgements, in the order in which they were made. */
export const allJudgements = async (db: Db): Promise<readonly Judgement[]> =>
  (await judged(db).execute()).map(toJudgement)

/** Judgements after one of them in the order in which they were made, each with its number there. */
export const pageOfJudgements = async (
  db: Db,
  after: number,
  size: number,
): Promise<readonly { readonly seq: number; readonly judgement: Judgement }[]> => {
  const rows = await judged(db).where('judgements.seq', '>', after).limit(size).execute()
  return rows.map((row) => ({ seq: row.seq, judgement: toJudgement(row) }))
}

export const countJudgements = (db: Db): Promise<number> => countRows(db, sql`judgements`, sql<boolean>`true`)

/** Judgements whose sides are among these claims or their places, or are codes that stand by one of them. */
export const judgementsOn = async (db: Db, claims: readonly string[]): Promise<readonly Judgement[]> => {
  const mine = (side: 'left_id' | 'right_id') => sql<boolean>`
    split_part(${sql.ref(side)}, '#', 1) = any(${claims})
    or ${sql.ref(side)} in (select code from codes where claim_id = any(${claims}))`
  const rows = await judged(db)
    .where((on) => on.or([mine('left_id'), mine('right_id')]))
    .execute()
  return rows.map(toJudgement)
}

/** Judgements that name any of these claims, or a place of one, as a side. */
export const judgementsNaming = async (db: Db, claims: readonly string[]): Promise<readonly Judgement[]> => {
  const named = (side: 'left_id' | 'right_id') => sql<boolean>`split_part(${sql.ref(side)}, '#', 1) = any(${claims})`
  const rows = await judged(db)
    .where((on) => on.or([named('left_id'), named('right_id')]))
    .execute()
  return rows.map(toJudgement)
}

type Tie = readonly [string, string]

/** Pairs of documents that stand in one incident, one of them among these. */
export const documentsLinkedWith = async (db: Db, documents: readonly string[]): Promise<readonly Tie[]> => {
  const { rows } = await sql<{ a: string; b: string }>`
    select distinct mine.document_id as a, theirs.document_id as b
      from claims mine
      join links one on one.claim_id = mine.id
      join links other on other.code = one.code
      join claims theirs on theirs.id = other.claim_id
     where mine.document_id = any(${documents}) and theirs.document_id <> mine.document_id`.execute(db)
  return rows.map(({ a, b }): Tie => [a, b])
}

/** Pairs of documents between whose claims somebody judged, one of them among these. Codes count as their anchors. */
export const documentsJudgedWith = async (db: Db, documents: readonly string[]): Promise<readonly Tie[]> => {
  const { rows } = await sql<{ a: string; b: string }>`
    with sides as (
      select coalesce(l.claim_id, split_part(j.left_id, '#', 1)) as l,
             coalesce(r.claim_id, split_part(j.right_id, '#', 1)) as r
        from judgements j left join codes l on l.code = j.left_id left join codes r on r.code = j.right_id
    )
    select distinct a.document_id as a, b.document_id as b
      from (select l, r from sides union select r, l from sides) as pair(l, r)
      join claims a on a.id = pair.l join claims b on b.id = pair.r
     where a.document_id = any(${documents}) and a.document_id <> b.document_id`.execute(db)
  return rows.map(({ a, b }): Tie => [a, b])
}
