import { NAME_KEYS_VERSION } from '@sijil/core/gazetteer/name-keys.js'
import { incidentWords } from '@sijil/core/stages/publish/incident-words.js'
import { sql } from 'kysely'
import type { Db } from './database.ts'
import { replaceSpots } from './queries/claim-spots.ts'
import { claimsById, claimsOfDocuments, placesOfDocuments } from './queries/claims.ts'
import { idsOfDocuments, loadDocuments } from './queries/documents.ts'
import { incidentsWithoutWords, setIncidentWords } from './queries/incidents.ts'
import { keySomeNames } from './queries/place-names.ts'

/** Raised when what is searched by is made in another way: every store makes it anew then. */
const SEARCH_VERSION = 1
const VERSION = SEARCH_VERSION * 1000 + NAME_KEYS_VERSION

const AT_ONCE = 200

/**
 * Makes what listings are searched and narrowed by, where an earlier Sijil wrote the store or its backup. Once that is
 * done, what is added brings its own.
 */
export const completeSearch = async (db: Db): Promise<void> => {
  if (await isComplete(db)) return
  if (db.isTransaction) await complete(db)
  else await db.transaction().execute(complete)
}

/** Says that nothing is complete: before rows of a backup are loaded. */
export const forgetSearch = async (db: Db): Promise<void> => {
  await db.deleteFrom('derived').execute()
}

const isComplete = async (db: Db): Promise<boolean> => {
  const { rows } = await sql`select from derived where name = 'search' and version = ${VERSION}`.execute(db)
  return rows.length > 0
}

const complete = async (db: Db): Promise<void> => {
  // Several processes may open the store at the same moment, and others may be writing.
  await sql`select pg_advisory_xact_lock(hashtext('sijil.ingest'))`.execute(db)
  if (await isComplete(db)) return
  await forgetOlderWords(db)
  await spotAll(db)
  while ((await keySomeNames(db, AT_ONCE)) > 0);
  await wordAll(db)
  await sql`
    insert into derived (name, version) values ('search', ${VERSION})
    on conflict (name) do update set version = excluded.version`.execute(db)
}

const forgetOlderWords = async (db: Db): Promise<void> => {
  await sql`
    update incidents set words = null
     where exists (select from derived where name = 'search' and version / 1000 <> ${SEARCH_VERSION})`.execute(db)
}

const spotAll = async (db: Db): Promise<void> => {
  for (let after = 0; ; ) {
    const page = await idsOfDocuments(db, after, AT_ONCE)
    const last = page.at(-1)
    if (last === undefined) return
    const ids = page.map(({ id }) => id)
    await replaceSpots(db, await claimsOfDocuments(db, ids), await placesOfDocuments(db, ids))
    after = last.seq
  }
}

const wordAll = async (db: Db): Promise<void> => {
  for (;;) {
    const incidents = await incidentsWithoutWords(db, AT_ONCE)
    if (incidents.length === 0) return
    const claims = await claimsById(
      db,
      incidents.flatMap((one) => one.claims),
    )
    const documents = await loadDocuments(db, [...new Set(incidents.flatMap((one) => one.documents))])
    const byId = new Map(claims.map((claim) => [claim.id as string, claim]))
    const texts = new Map(documents.map((one) => [one.document.id as string, one]))
    await setIncidentWords(db, incidents, (incident) => incidentWords(incident, byId, texts))
  }
}
