import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { GROUPS, type Group, STATUSES, type Status } from '../../../model/claim.ts'
import { type PhraseBook, phraseBook } from '../words/phrase-book.ts'

/** Words that tell a number's people apart beyond their noun. */
export interface PeopleWords {
  readonly status: PhraseBook<Status>
  readonly groups: PhraseBook<Group>
  /** Where those hit are taken for civilians. */
  readonly settings: PhraseBook<true>
}

/** Compiles `status-words.tsv`, `subgroups.tsv` and `civilian-settings.tsv`; throws a RangeError that names a row it can't read. */
export const compilePeopleWords = (lexicon: Lexicon): PeopleWords => ({
  status: phraseBook(read(lexicon, 'status-words', 'status', STATUSES)),
  groups: phraseBook(read(lexicon, 'subgroups', 'group', GROUPS)),
  settings: phraseBook(lexicon.table('civilian-settings').map((row) => [row.words ?? '', true] as const)),
})

const read = <T extends string>(lexicon: Lexicon, table: string, column: string, values: readonly T[]) =>
  lexicon.table(table).map((row) => {
    const value = values.find((known) => known === row[column])
    if (value === undefined)
      throw new RangeError(
        `lexicons/${lexicon.language}/${table}.tsv: "${row.words}" has no ${column} "${row[column]}"`,
      )
    return [row.words ?? '', value] as const
  })
