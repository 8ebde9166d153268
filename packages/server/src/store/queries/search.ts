import { sql } from 'kysely'
import type { Db } from '../database.ts'

const startsWith = (part: string): string => `${part.replace(/[\\%_]/g, '\\$&')}%`

/** Codes of standing incidents that begin so, whatever the case. */
export const codesBeginning = async (db: Db, part: string, size: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ code: string }>`
    select code from incidents where code ilike ${startsWith(part)} order by code limit ${size}`.execute(db)
  return rows.map(({ code }) => code)
}

/** An outlet, and how many documents it published. */
export interface OutletFound {
  readonly name: string
  readonly documents: number
}

/** Outlets in whose names a part stands, whatever the case; those with most documents first. */
export const outletsHolding = async (db: Db, part: string, size: number): Promise<readonly OutletFound[]> => {
  const { rows } = await sql<OutletFound>`
    select outlet as name, count(*)::int as documents from documents
     where outlet ilike ${`%${startsWith(part)}`}
     group by outlet order by documents desc, outlet limit ${size}`.execute(db)
  return rows
}
