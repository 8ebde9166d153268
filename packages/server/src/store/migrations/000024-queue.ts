import type { SqlMigration } from './sql-migration.ts'

/** How much of what a claim says is unsure times how many people its incident takes of it, in ten thousandths. */
const RANK = `round(10000 * (1 - least(
    (c.claim ->> 'confidence')::float8,
    (select min((s.value ->> 'confidence')::float8) from jsonb_each(c.claim -> 'slots') s))
  ) * greatest(1, (l.link ->> 'low')::bigint, (l.link ->> 'high')::bigint))::bigint`

/** Gives links `l` of claims `c` their place in the queue of what is to be reviewed; an `and` may follow. */
export const RANK_LINKS = `update links l set rank = ${RANK}
   from claims c
  where c.id = l.claim_id and c.scope = 'incident'
    and not exists (select from reviews r where r.target_id = c.id)`

/** The queue of what is to be reviewed as a column with an index: a page of it reads no more than a page. */
export const queue: SqlMigration = {
  name: '000024-queue',
  statements: [
    // Null: nothing to be reviewed.
    'alter table links add column rank bigint',
    RANK_LINKS,
    'create index links_rank on links (rank desc, claim_id desc) where rank is not null',
    // Lists of checks go by incident.
    `create index incidents_with_checks on incidents ((coalesce(earliest, latest, 'infinity'::date)), code)
      where incident -> 'checks' <> '[]'::jsonb`,
  ],
}
