import { asCheck } from '@sijil/core/model/check.js'
import type { Incident } from '@sijil/core/model/incident.js'
import { sql } from 'kysely'
import { canonicalJson } from '../canonical-json.ts'
import type { Db } from '../database.ts'
import { insertRows } from './insert-rows.ts'
import { numberNames } from './place-names.ts'

export const countIncidents = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from incidents`.execute(db)
  return rows[0]?.n ?? 0
}

/**
 * Puts folded incidents in the place of those that stood under `before`'s codes, and notes each that changed, came or went
 * in the history. `words` are those by which an incident is found. Returns how many changed.
 */
export const replaceIncidents = async (
  db: Db,
  before: readonly string[],
  after: readonly Incident[],
  importId: number | null,
  words: (incident: Incident) => string,
): Promise<number> => {
  const standing = await incidentsByCode(db, [...new Set([...before, ...after.map(({ code }) => code)])])
  const now = new Map(after.map((incident) => [incident.code, incident]))
  const gone = standing.filter(({ code }) => !now.has(code)).map(({ code }) => code)
  const old = new Map(standing.map((incident) => [incident.code, canonicalJson(incident)]))
  const changed = after.filter((incident) => old.get(incident.code) !== canonicalJson(incident))
  const outdated = [...gone, ...changed.map(({ code }) => code)]
  await db.deleteFrom('incidents').where('code', '=', sql<string>`any(${outdated})`).execute()
  await insertRows(db, 'incidents', COLUMNS, changed.map(toRow))
  await setIncidentWords(db, changed, words)
  await insertVersions(db, importId, [
    ...gone.map((code) => ({ code, incident: null })),
    ...changed.map((incident) => ({ code: incident.code, incident })),
  ])
  return outdated.length
}

const COLUMNS = {
  code: 'text',
  kind: 'text',
  earliest: 'date',
  latest: 'date',
  country: 'text',
  admin1: 'text',
  place_name: 'text',
  place_text: 'text',
  lat: 'double precision',
  lon: 'double precision',
  killed_low: 'bigint',
  killed_high: 'bigint',
  killed_known: 'boolean',
  grade: 'text',
  origins: 'integer',
  incident: 'jsonb',
} as const

const toRow = (incident: Incident) => ({
  code: incident.code,
  kind: incident.kind,
  earliest: incident.time.earliest,
  latest: incident.time.latest,
  country: incident.place?.country ?? null,
  admin1: incident.place?.admin1 ?? null,
  place_name: incident.place?.name ?? null,
  place_text: incident.placeText,
  lat: incident.place?.lat ?? null,
  lon: incident.place?.lon ?? null,
  killed_low: incident.figures.killed?.all.low ?? null,
  killed_high: incident.figures.killed?.all.high ?? null,
  killed_known: incident.figures.killed !== undefined,
  grade: incident.grade,
  origins: incident.origins.length,
  incident,
})

/** Sets by which words and which names of places incidents are found. */
export const setIncidentWords = async (
  db: Db,
  incidents: readonly Incident[],
  words: (incident: Incident) => string,
): Promise<void> => {
  if (incidents.length === 0) return
  const named = incidents.map((incident) => ({ incident, names: namesOf(incident) }))
  const numbers = await numberNames(
    db,
    named.flatMap(({ names }) => names),
  )
  const rows = named.map(({ incident, names }) => ({
    code: incident.code,
    words: words(incident),
    names: names.flatMap((name) => numbers.get(name) ?? []),
  }))
  await sql`
    update incidents set words = sijil.words_of(left(r.words, 200000)), names = r.names
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(code text, words text, names integer[])
     where incidents.code = r.code`.execute(db)
}

const namesOf = ({ placeText, place }: Incident): readonly string[] => [
  ...new Set([placeText, place?.text, place?.name, place?.admin1].filter((name) => typeof name === 'string')),
]

/** Incidents whose words were not made yet, at most `size`. */
export const incidentsWithoutWords = async (db: Db, size: number): Promise<readonly Incident[]> => {
  const rows = await db.selectFrom('incidents').select('incident').where('words', 'is', null).limit(size).execute()
  return rows.map(({ incident }) => incident)
}

const insertVersions = async (
  db: Db,
  importId: number | null,
  versions: readonly { readonly code: string; readonly incident: Incident | null }[],
): Promise<void> => {
  const rows = versions.map(({ code, incident }) => ({ code, import_id: importId, incident }))
  await insertRows(db, 'incident_versions', { code: 'text', import_id: 'bigint', incident: 'jsonb' } as const, rows)
}

/** An incident that was folded before people could decide has no word of that yet. */
export const asStored = (incident: Incident): Incident => ({
  ...incident,
  counted: incident.counted ?? 0,
  confirmation: incident.confirmation ?? 'pending',
  checks: incident.checks.map((check) => (check.id === undefined ? asCheck(check, incident.code) : check)),
  reviews: incident.reviews ?? [],
  judgements: incident.judgements ?? [],
  overruled: incident.overruled ?? [],
})

/** The incident that has a check of that id; null for none. */
export const incidentWithCheck = async (db: Db, id: string): Promise<Incident | null> => {
  const { rows } = await sql<{ incident: Incident }>`
    select incident from incidents where incident -> 'checks' @> ${JSON.stringify([{ id }])}::jsonb limit 1`.execute(db)
  return rows[0] === undefined ? null : asStored(rows[0].incident)
}

/** Incidents by their codes, in the order of the codes; those that are not there are left out. */
export const incidentsByCode = async (db: Db, codes: readonly string[]): Promise<readonly Incident[]> => {
  if (codes.length === 0) return []
  const rows = await db
    .selectFrom('incidents')
    .select('incident')
    .where('code', '=', sql<string>`any(${codes})`)
    .orderBy('code')
    .execute()
  return rows.map(({ incident }) => asStored(incident))
}

/** Incidents that name a roll-up as one they stand under. */
export const incidentsUnder = async (db: Db, rollup: string): Promise<readonly Incident[]> => {
  const { rows } = await sql<{ incident: Incident }>`
    select incident from incidents where incident -> 'partOf' @> ${JSON.stringify([rollup])}::jsonb
     order by coalesce(earliest, latest), code`.execute(db)
  return rows.map(({ incident }) => asStored(incident))
}

/** What an incident looked like after each change, oldest first; null = it had gone. */
export const versionsOf = async (
  db: Db,
  code: string,
): Promise<readonly { readonly at: string; readonly incident: Incident | null }[]> => {
  const { rows } = await sql<{ at: string; incident: Incident | null }>`
    select at, incident from incident_versions where code = ${code} order by seq`.execute(db)
  return rows.map(({ at, incident }) => ({ at, incident: incident === null ? null : asStored(incident) }))
}
