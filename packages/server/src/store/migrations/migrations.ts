import { documents } from './000001-documents.ts'
import { claims } from './000002-claims.ts'
import { incidents } from './000003-incidents.ts'
import { ledgers } from './000004-ledgers.ts'
import { gazetteers } from './000005-gazetteers.ts'
import { search } from './000006-search.ts'
import { reviews } from './000007-reviews.ts'
import { accounts } from './000008-accounts.ts'
import { protectedWords } from './000009-protected-words.ts'
import { organisations } from './000010-organisations.ts'
import { queuedImports } from './000011-queued-imports.ts'
import { savedViews } from './000012-saved-views.ts'
import { codings } from './000020-codings.ts'
import { desk } from './000021-desk.ts'
import { shingles } from './000022-shingles.ts'
import { tasks } from './000023-tasks.ts'
import { queue } from './000024-queue.ts'
import { textWords } from './000025-text-words.ts'
import { judgedClaims } from './000026-judged-claims.ts'
import { documentNumbers } from './000027-document-numbers.ts'
import type { SqlMigration } from './sql-migration.ts'

/** The history of the schema, in order. */
export const MIGRATIONS: readonly SqlMigration[] = [
  documents,
  claims,
  incidents,
  ledgers,
  gazetteers,
  search,
  reviews,
  accounts,
  protectedWords,
  organisations,
  queuedImports,
  savedViews,
  codings,
  desk,
  shingles,
  tasks,
  queue,
  textWords,
  judgedClaims,
  documentNumbers,
]
