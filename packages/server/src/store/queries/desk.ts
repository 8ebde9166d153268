import type { DeskState } from '@sijil/core/model/desk.js'
import { sql } from 'kysely'
import type { Db } from '../database.ts'

/** What changes on the desk; what is left out stays. */
export interface DeskChange {
  readonly state?: DeskState | undefined
  readonly assignee?: { readonly id: string; readonly name: string } | null | undefined
}

/** Where a document stands in the work of people. */
export interface DeskWork {
  readonly state: DeskState
  /** The id of whose it is. */
  readonly assignee: string | null
}

/** The work on documents, of those that anybody did anything with. */
export const desksOf = async (db: Db, documents: readonly string[]): Promise<ReadonlyMap<string, DeskWork>> => {
  const { rows } = await sql<DeskWork & { readonly document_id: string }>`
    select document_id, state, assignee from desk where document_id = any(${documents})`.execute(db)
  return new Map(rows.map(({ document_id, state, assignee }) => [document_id, { state, assignee }]))
}

export const changeDesk = async (db: Db, documents: readonly string[], change: DeskChange): Promise<void> => {
  const { state = null, assignee } = change
  const keeps = assignee === undefined
  await sql`
    insert into desk (document_id, state, assignee, assignee_name)
    select id, coalesce(${state}, 'new'), ${assignee?.id ?? null}, ${assignee?.name ?? null}
      from unnest(${documents}::text[]) as id
    on conflict (document_id) do update set
      state = coalesce(${state}, desk.state),
      assignee = case when ${keeps} then desk.assignee else excluded.assignee end,
      assignee_name = case when ${keeps} then desk.assignee_name else excluded.assignee_name end`.execute(db)
}
