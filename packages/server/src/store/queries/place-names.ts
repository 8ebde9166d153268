import { holdsName } from '@sijil/core/gazetteer/holds-name.js'
import { keysOf, keysWithin, NAME_KEYS_VERSION } from '@sijil/core/gazetteer/name-keys.js'
import { sql } from 'kysely'
import type { Db } from '../database.ts'

/** Gives every one of these names a number, and the keys it is found by. */
export const numberNames = async (db: Db, names: Iterable<string>): Promise<ReadonlyMap<string, number>> => {
  const wanted = [...new Set(names)]
  const known = await numbersOf(db, wanted)
  const fresh = wanted.filter((name) => !known.has(name)).sort()
  if (fresh.length === 0) return known
  await sql`
    insert into place_names (name, keys, keyed_by)
    select name, keys, ${NAME_KEYS_VERSION}
      from jsonb_to_recordset(${JSON.stringify(fresh.map(keyed))}::jsonb) as r(name text, keys text[])
    on conflict (name) do nothing`.execute(db)
  return new Map([...known, ...(await numbersOf(db, fresh))])
}

const keyed = (name: string) => ({ name, keys: keysWithin(name) })

const numbersOf = async (db: Db, names: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  if (names.length === 0) return new Map()
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from place_names where name = any(${names})`.execute(db)
  return new Map(rows.map(({ id, name }) => [name, id]))
}

/** The numbers of all known names that hold one of these, in any spelling and script. */
export const namesHolding = async (db: Db, wanted: readonly string[]): Promise<readonly number[]> => {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from place_names where keys && ${wanted.flatMap(keysOf)}::text[]`.execute(db)
  return rows.filter(({ name }) => wanted.some((one) => holdsName(name, one))).map(({ id }) => id)
}

/** Makes the keys of names that have none, or those of an earlier Sijil; returns how many, at most `size`. */
export const keySomeNames = async (db: Db, size: number): Promise<number> => {
  const { rows } = await sql<{ name: string }>`
    select name from place_names where keyed_by is distinct from ${NAME_KEYS_VERSION} limit ${size}`.execute(db)
  await sql`
    update place_names set keys = r.keys, keyed_by = ${NAME_KEYS_VERSION}
      from jsonb_to_recordset(${JSON.stringify(rows.map(({ name }) => keyed(name)))}::jsonb) as r(name text, keys text[])
     where place_names.name = r.name`.execute(db)
  return rows.length
}
