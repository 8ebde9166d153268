import type { Role } from '@sijil/core/contract/api/role.js'
import type { TaskState } from '@sijil/core/contract/api/routes/tasks.js'
import type { ViewPage, ViewSearch } from '@sijil/core/contract/api/routes/views.js'
import type { CodedAnswer } from '@sijil/core/contract/coding-record.js'
import type { GazetteerEntry } from '@sijil/core/gazetteer/gazetteer.js'
import type { Claim } from '@sijil/core/model/claim.js'
import type { DeskState } from '@sijil/core/model/desk.js'
import type { DocumentWarning, Zone } from '@sijil/core/model/document.js'
import type { Incident } from '@sijil/core/model/incident.js'
import type { Place } from '@sijil/core/model/place.js'
import type { ReviewDecision, ReviewedPassage, ReviewTarget } from '@sijil/core/model/review.js'
import type { Span } from '@sijil/core/model/span.js'
import type { OrganisationRow } from '@sijil/core/origins/merge-organisations.js'
import type { ClaimLink } from '@sijil/core/pipeline/layers.js'
import type { ColumnType, Generated, JSONColumnType, Kysely, Transaction } from 'kysely'
import type { Task } from '../task.ts'

/** JSON that is written as text, so that an array is not taken for an array of PostgreSQL's. */
type Json<T extends object> = JSONColumnType<T, string, string>
/** An instant, `2024-03-12T08:00:00.000Z`, that the database writes. */
type Stamp = ColumnType<string, never, never>
type Serial = ColumnType<number, never, never>

/** The tables, as queries see them. What each is for stands in the migrations. */
export interface Tables {
  texts: { id: string; content: string }
  raws: { sha256: string; length: number }
  documents: {
    id: string
    seq: Serial
    text_id: string
    doc: string
    outlet: string | null
    agency: string | null
    url: string | null
    title: string | null
    published: string | null
    published_from: 'metadata' | 'text' | null
    updated: string | null
    language: string | null
    media_type: string
    raw_sha256: string
    zones: Json<readonly Zone[]>
    warnings: Json<readonly DocumentWarning[]>
    supersedes: string | null
    added_at: Stamp
  }
  copies: { document_id: string; of_id: string; relation: string; containment: number; why: string }
  passages: { document_id: string; of_id: string; start_at: number; end_at: number }
  shingles: { key: number; document: number }
  readings: { document_id: string; maker: string; read_at: Stamp }
  claims: {
    id: string
    seq: Serial
    document_id: string
    maker: string
    kind: string
    metric: string | null
    scope: string | null
    low: number | null
    high: number | null
    earliest: string | null
    latest: string | null
    start_at: number
    claim: Json<Claim>
  }
  claim_places: {
    claim_id: string
    seq: Serial
    gazetteer: string
    places: Json<readonly (Place | null)[]>
    placed_at: Stamp
  }
  blocks: { key: string; document_id: string }
  judgements: {
    id: string
    seq: Serial
    left_id: string
    right_id: string
    verdict: 'same' | 'different' | 'unsure'
    by_whom: string
    reason: string
    at: string
  }
  withdrawals: { judgement_id: string; by_whom: string; reason: string; at: string }
  reviews: {
    id: string
    seq: Serial
    target: ReviewTarget
    target_id: string
    home: string | null
    field: string
    decision: ReviewDecision
    value: unknown
    machine: unknown
    passage: JSONColumnType<ReviewedPassage, string | null, never> | null
    by_whom: string
    reason: string
    at: string
  }
  review_withdrawals: { review_id: string; by_whom: string; reason: string; at: string }
  reviewed_claims: {
    claim_id: string
    document_id: string
    rejected: boolean
    kind: string
    metric: string | null
    scope: string | null
    low: number | null
    high: number | null
    earliest: string | null
    latest: string | null
    claim: Json<Claim>
    places: JSONColumnType<readonly (Place | null)[], string | null, never> | null
  }
  /** A view. */
  current_claims: {
    id: string
    seq: Serial
    document_id: string
    start_at: number
    claim: Json<Claim>
    rejected: boolean
  }
  desk: { document_id: string; state: DeskState; assignee: string | null; assignee_name: string | null }
  codings: { id: string; document_id: string; made_by: string; made_at: Stamp; settled_at: string | null }
  coders: { coding_id: string; person_id: string; place: number; done_at: string | null }
  coded_claims: {
    seq: Serial
    coding_id: string
    person_id: string
    claim: string
    answer: Json<CodedAnswer>
    at: Stamp
  }
  codes: { code: string; anchor: string; claim_id: ColumnType<string, never, never>; serial: number; given_at: Stamp }
  to_link: { document_id: string }
  links: { claim_id: string; code: string; link: Json<ClaimLink>; rank: Generated<number | null> }
  incidents: {
    code: string
    kind: string
    earliest: string | null
    latest: string | null
    country: string | null
    admin1: string | null
    place_name: string | null
    place_text: string | null
    lat: number | null
    lon: number | null
    killed_low: number | null
    killed_high: number | null
    killed_known: boolean
    grade: string
    origins: number
    incident: Json<Incident>
    /** Null until `completeSearch` has made them. */
    words: string | null
    names: readonly number[] | null
  }
  place_names: { id: Serial; name: string; keys: readonly string[] | null; keyed_by: number | null }
  claim_spots: { claim_seq: number; names: readonly number[]; country: string | null; spot: string | null }
  derived: { name: string; version: number }
  incident_versions: {
    seq: Serial
    code: string
    at: Stamp
    import_id: number | null
    incident: JSONColumnType<Incident | Record<string, never>, string | null, never> | null
  }
  gazetteers: {
    id: Serial
    name: string
    version: string
    sha256: string
    format: string
    source: string
    licence: string | null
    places: number
    added_at: Stamp
    removed_at: string | null
  }
  organisation_lists: {
    id: Serial
    name: string
    version: string
    sha256: string
    source: string
    rows: Json<readonly OrganisationRow[]>
    added_at: Stamp
    removed_at: string | null
  }
  gazetteer_places: { gazetteer_id: number; position: number; place: Json<GazetteerEntry> }
  imports: {
    id: Serial
    started_at: Stamp
    finished_at: string | null
    outcome: Generated<'running' | 'done' | 'interrupted' | 'failed'>
    paths: Json<readonly string[]>
    /** The connections' name of whoever runs it; \`queued\` when all of it is left to workers. */
    process: string
    /** How many batches were queued in all; null while that is not known, or where no queue is used. */
    batches: Generated<number | null>
    batches_handled: Generated<number>
  }
  import_items: {
    seq: Serial
    import_id: number
    name: string
    sha256: string | null
    stage: string
    outcome: 'new' | 'known' | 'refused'
    documents: number
    document_id: string | null
    at_line: string | null
    code: string | null
    reason: string | null
    at: Stamp
  }
  people: {
    id: string
    email: string
    name: string
    password_hash: string | null
    is_owner: Generated<boolean>
    totp_secret: Generated<string | null>
    totp_on: Generated<boolean>
    totp_step: Generated<number>
    made_at: Stamp
    disabled_at: Generated<string | null>
  }
  sessions: {
    id: string
    hash: string
    person_id: string
    made_at: Stamp
    confirmed_at: Generated<string>
    expires_at: string
    ended_at: Generated<string | null>
    address: string
    agent: string
  }
  tokens: {
    id: string
    hash: string
    person_id: string
    name: string
    scope: 'read' | 'write' | 'admin'
    made_at: Stamp
    expires_at: string
    ended_at: Generated<string | null>
  }
  invitations: {
    hash: string
    person_id: string
    made_at: Stamp
    expires_at: string
    used_at: Generated<string | null>
  }
  recovery_codes: { hash: string; person_id: string; used_at: Generated<string | null> }
  passkeys: {
    id: string
    person_id: string
    name: string
    public_key: string
    counter: number
    transports: Json<readonly string[]>
    made_at: Stamp
    used_at: Generated<string | null>
  }
  identities: { issuer: string; subject: string; person_id: string; made_at: Stamp }
  ceremonies: { hash: string; kind: string; person_id: string | null; body: Json<object>; expires_at: string }
  failures: { key: string; count: number; last_at: string }
  collections: { id: Serial; name: string; made_at: Stamp }
  collection_documents: { collection_id: number; document_id: string }
  collection_imports: { collection_id: number; import_id: number }
  grants: { person_id: string; collection_id: number | null; role: Role }
  uploads: {
    id: string
    person_id: string | null
    collection_id: number
    name: string
    size: number
    state: 'receiving' | 'waiting' | 'reading' | 'done' | 'failed'
    import_id: Generated<number | null>
    problem: Generated<string | null>
    made_at: Stamp
  }
  saved_views: {
    id: string
    person_id: string
    page: ViewPage
    name: string
    search: JSONColumnType<ViewSearch, string, string>
    shared: boolean
    changes: Generated<number>
    made_at: Stamp
  }
  tasks: {
    seq: Serial
    id: string
    machine: string
    task: JSONColumnType<Task, string, string>
    state: TaskState
    starts: Generated<number>
    result: JSONColumnType<object, string, string> | null
    problem: Generated<string | null>
    asked_by: string
    asked_at: Stamp
  }
  settings: { name: string; value: Json<object> }
  person_names: { document_id: string; maker: string; spans: JSONColumnType<readonly Span[], string, string> | null }
  protected_words: { word: string }
  counters: { name: string; count: number }
  log: { seq: number; at: string; kind: string; body: string; previous: string; hash: string }
}

/** The store's database, or a transaction on it. */
export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>
