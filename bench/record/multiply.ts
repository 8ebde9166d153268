import { numberOf } from '../../packages/server/src/store/migrations/000022-shingles.ts'
import type { Store } from '../../packages/server/src/store/open-store.ts'
import { onOneConnection } from '../../packages/server/src/testing/raw-sql.ts'

/**
 * Adds copies of all that a store's record holds, until it is `times` as much: below the text stages, in SQL, so that a
 * million documents take minutes. Every row a document leads to comes again under other ids, other days and a word of its
 * own; each claim comes `claims` times, so that a document has as many as wanted.
 */
export const multiply = (store: Store, times: number, claims: number): Promise<void> =>
  onOneConnection(store, async (run) => {
    await run('set synchronous_commit = off')
    for (const statement of BASE) await run(statement)
    for (let n = 1; n < times; n++) {
      await run('begin')
      for (const statement of ONE_MORE)
        await run(statement.replaceAll(':n', String(n)).replaceAll(':k', String(claims)))
      await run('commit')
    }
    for (const statement of BASE) await run(`drop table ${statement.split(' ')[3]}`)
    await run('set synchronous_commit = on')
  })

/** What there is at first: what is multiplied. */
const BASE = [
  'create temp table base_documents as select * from documents',
  'create temp table base_claims as select * from claims',
  'create temp table base_places as select distinct on (claim_id) * from claim_places order by claim_id, seq desc',
  `create temp table base_spots as select c.id as claim_id, s.* from claim_spots s join claims c on c.seq = s.claim_seq`,
  'create temp table base_incidents as select * from incidents',
  'create temp table base_links as select * from links',
  'create temp table base_codes as select * from codes',
  'create temp table base_blocks as select * from blocks',
  `create temp table base_shingles as select s.key, d.id from shingles s join documents d on s.document = ${numberOf('d.id')}`,
  'create temp table base_copies as select * from copies',
  'create temp table base_passages as select * from passages',
  'create temp table base_items as select * from import_items',
]

const COLUMNS = 'outlet, agency, url, title, published_from, updated, language, media_type, raw_sha256, zones, warnings'
/** Days are spread over ten years. */
const DAYS = '((:n * 97) % 3650)'

const ONE_MORE = [
  `insert into texts select md5(id || ':n'), content || ' Number n:n.' from texts where id in (select text_id from base_documents)`,
  `insert into documents (id, text_id, doc, published, ${COLUMNS})
   select md5(id || ':n'), md5(text_id || ':n'), doc || '-:n', published - ${DAYS}, ${COLUMNS} from base_documents order by seq`,
  `insert into readings (document_id, maker) select distinct md5(document_id || ':n'), maker from base_claims`,
  `insert into claims (id, document_id, maker, kind, metric, scope, low, high, earliest, latest, start_at, claim)
   select md5(id || ':n-' || k), md5(document_id || ':n'), maker, kind, metric, scope, low, high, earliest - ${DAYS}, latest - ${DAYS},
          start_at, claim || jsonb_build_object('id', md5(id || ':n-' || k), 'document', md5(document_id || ':n'))
     from base_claims, generate_series(1, :k) as k order by seq, k`,
  `insert into claim_places (claim_id, gazetteer, places)
   select md5(claim_id || ':n-' || k), gazetteer, places from base_places, generate_series(1, :k) as k`,
  `insert into claim_spots
   select c.seq, b.names, b.country, b.spot + point((:n % 40) - 20, (:n % 30) - 15)
     from base_spots b cross join generate_series(1, :k) as k join claims c on c.id = md5(b.claim_id || ':n-' || k)`,
  `insert into codes (code, anchor, serial)
   select code || '-:n', md5(split_part(anchor, '#', 1) || ':n-1') || substr(anchor, length(split_part(anchor, '#', 1)) + 1), serial
     from base_codes`,
  `insert into links
   select md5(claim_id || ':n-' || k), code || '-:n', link || jsonb_build_object('incident', code || '-:n')
     from base_links, generate_series(1, :k) as k`,
  `insert into incidents
   select code || '-:n', kind, earliest - ${DAYS}, latest - ${DAYS}, country, admin1, place_name, place_text,
          lat + (:n % 30) - 15, lon + (:n % 40) - 20, killed_low, killed_high, killed_known, grade, origins,
          incident || jsonb_build_object('code', code || '-:n'), words, names from base_incidents`,
  `insert into incident_versions (code, incident) select code, incident from incidents where code like '%-:n'`,
  `insert into blocks select key || '~:n', md5(document_id || ':n') from base_blocks`,
  `insert into shingles select key # :n, ${numberOf("md5(id || ':n')")} from base_shingles`,
  `insert into copies select md5(document_id || ':n'), md5(of_id || ':n'), relation, containment, why from base_copies`,
  `insert into passages select md5(document_id || ':n'), md5(of_id || ':n'), start_at, end_at from base_passages`,
  `insert into import_items (import_id, name, sha256, stage, outcome, documents, document_id)
   select import_id, name || '-:n', sha256, stage, outcome, documents, md5(document_id || ':n') from base_items where document_id is not null`,
]
