import type { Lexicon } from '../../../lexicon/lexicon.ts'
import type { Context } from '../../../pipeline/stage.ts'
import type { DocumentFrame } from '../claim-core.ts'
import { findPersons, type PersonMention } from './find-persons.ts'

/** The languages in which names of persons can be told from other words, each with how. */
const READERS: ReadonlyMap<string, typeof findPersons> = new Map([['en', findPersons]])

/**
 * Names of persons in a document of the lexicon's language, in its order; null where nobody can tell them: a language may be
 * coded without, and what can't be told must be withheld, not let through.
 */
export const personsIn = (frame: DocumentFrame, lexicon: Lexicon, context: Context): readonly PersonMention[] | null =>
  READERS.get(lexicon.language)?.(frame, context) ?? null
