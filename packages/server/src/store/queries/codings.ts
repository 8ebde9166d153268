import type { CodedAnswer } from '@sijil/core/contract/coding-record.js'
import { sql } from 'kysely'
import type { Db } from '../database.ts'

/** One of the two who code a document. */
export interface Coder {
  readonly id: string
  readonly name: string
  readonly done: boolean
}

/** A document that two people code. */
export interface Coding {
  readonly id: string
  readonly document: string
  readonly madeBy: string
  readonly madeAt: string
  readonly settled: boolean
  /** In the order in which they were named. */
  readonly coders: readonly Coder[]
}

/** Makes a coding; false where the document is being coded already. */
export const insertCoding = async (
  db: Db,
  { id, document, madeBy }: Pick<Coding, 'id' | 'document' | 'madeBy'>,
  coders: readonly string[],
): Promise<boolean> => {
  const { rows } = await sql<{ id: string }>`
    insert into codings (id, document_id, made_by) values (${id}, ${document}, ${madeBy})
    on conflict (document_id) where settled_at is null do nothing returning id`.execute(db)
  if (rows.length === 0) return false
  const named = coders.map((person, at) => ({ coding_id: id, person_id: person, place: at + 1, done_at: null }))
  await db.insertInto('coders').values(named).execute()
  return true
}

/** Codings by id, of a person, or all; the newest first. */
export const findCodings = async (
  db: Db,
  { id, person }: { readonly id?: string; readonly person?: string } = {},
): Promise<readonly Coding[]> => {
  const { rows } = await sql<Coding>`
    select c.id, c.document_id as document, c.made_by as "madeBy", c.made_at as "madeAt",
           c.settled_at is not null as settled,
           (select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'done', k.done_at is not null) order by k.place)
              from coders k join people p on p.id = k.person_id where k.coding_id = c.id) as coders
      from codings c
     where (${id ?? null}::text is null or c.id = ${id ?? null})
       and (${person ?? null}::text is null
            or exists (select from coders k where k.coding_id = c.id and k.person_id = ${person ?? null}))
     order by c.made_at desc, c.id`.execute(db)
  return rows
}

/** The coding under way of a document; null where there is none. */
export const openCodingOf = async (db: Db, document: string): Promise<string | null> => {
  const row = await db
    .selectFrom('codings')
    .select('id')
    .where('document_id', '=', document)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

export const insertAnswer = async (db: Db, coding: string, person: string, answer: CodedAnswer): Promise<void> => {
  await db
    .insertInto('coded_claims')
    .values({ coding_id: coding, person_id: person, claim: answer.claim, answer: JSON.stringify(answer) })
    .execute()
}

/** A coder's answers as they stand, in the order of the claims' first ones; what was dropped is left out. */
export const answersOf = async (db: Db, coding: string, person: string): Promise<readonly CodedAnswer[]> => {
  const { rows } = await sql<{ answer: CodedAnswer }>`
    select answer from (
      select distinct on (claim) claim, answer, min(seq) over (partition by claim) as first
        from coded_claims where coding_id = ${coding} and person_id = ${person}
       order by claim, seq desc) last
     where answer ->> 'verdict' <> 'drop' order by first`.execute(db)
  return rows.map(({ answer }) => answer)
}

export const markDone = async (db: Db, coding: string, person: string): Promise<void> => {
  await sql`
    update coders set done_at = now()
     where coding_id = ${coding} and person_id = ${person} and done_at is null`.execute(db)
}

export const markSettled = async (db: Db, coding: string): Promise<void> => {
  await sql`update codings set settled_at = now() where id = ${coding} and settled_at is null`.execute(db)
}
