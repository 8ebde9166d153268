import { numberOf } from './000022-shingles.ts'
import type { SqlMigration } from './sql-migration.ts'

/**
 * Documents are found by the number that stands for them beside a fingerprint. As a range of ids, each of some thousand numbers was
 * set against all documents once there were a hundred thousand of them.
 */
export const documentNumbers: SqlMigration = {
  name: '000027-document-numbers',
  statements: [`create index documents_number on documents ((${numberOf('id')}))`],
}
