import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { GROUPS, type Group, STATUSES, type Status } from '../../../model/claim.ts'
import { type WordFact, wordFact } from '../../../text/word-fact.ts'

/** What a noun says of the persons it names. */
export interface PersonNoun {
  /** `collective` = plural, and may stand before another plural ("police officers"). */
  readonly number: 'singular' | 'plural' | 'collective'
  /** `kin` counts as one after a possessive ("his mother"); `family` counts families, not persons; `group` counts only by its size ("a patrol of five"). */
  readonly kind: 'person' | 'kin' | 'family' | 'group'
  readonly status: Status | null
  readonly group: Group | null
}

const oneOf = <T extends string>(values: readonly T[], cell: string | undefined): T | null =>
  values.find((value) => value === cell) ?? null

/** What words say of persons, null of all others: the hand-made ones first, then those of the big list. */
export const compilePeople = (lexicon: Lexicon): WordFact<PersonNoun | null> => {
  const people = new Map<string, PersonNoun>()
  for (const row of lexicon.table('persons')) {
    people.set(row.singular ?? '', { number: 'singular', kind: 'person', status: null, group: null })
    people.set(row.plural ?? '', { number: 'plural', kind: 'person', status: null, group: null })
  }
  for (const row of lexicon.table('people'))
    if (row.kind === 'none') people.delete(row.word ?? '')
    else
      people.set(row.word ?? '', {
        number: row.number === 'singular' || row.number === 'collective' ? row.number : 'plural',
        kind: row.kind === 'kin' || row.kind === 'family' || row.kind === 'group' ? row.kind : 'person',
        status: oneOf(STATUSES, row.status),
        group: oneOf(GROUPS, row.group),
      })
  return wordFact(({ lower }) => people.get(lower) ?? null)
}
