import type { SqlMigration } from './sql-migration.ts'

/**
 * The words of a text as a column beside it. An index over what a function makes of the text has no positions, so that for each
 * document that a phrase might stand in its text was taken apart anew, and so it was for each of the newest documents when words
 * were asked for that many have.
 */
export const textWords: SqlMigration = {
  name: '000025-text-words',
  statements: [
    'drop index texts_words',
    // A tsvector holds a megabyte at most: of a longer text the beginning is searched.
    'alter table texts add column words tsvector generated always as (sijil.words_of(left(content, 200000))) stored',
    'create index texts_words on texts using gin (words)',
    'alter table texts alter column words set statistics 20',
  ],
}
