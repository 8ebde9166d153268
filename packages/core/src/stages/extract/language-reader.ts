import type { Lexicon } from '../../lexicon/lexicon.ts'
import type { Context } from '../../pipeline/stage.ts'
import type { ClaimCore, DocumentFrame } from './claim-core.ts'
import type { Draft } from './draft.ts'
import type { EventDraft } from './events/event-draft.ts'

/** What a document says of its victims beyond the words of each claim's own status. */
export interface CivilianSigns {
  /** Whether a claim's words call its people civilians by themselves, not by age, sex or trade. */
  namesCivilians(core: ClaimCore): boolean
  /** Whether those hit are taken for civilians by where they were: at a wedding, a market. */
  isCivilianSetting(core: ClaimCore): boolean
}

/** What the reader of one language finds in a document, before its claims are compared with one another. */
export interface FoundDrafts {
  /** In the order of the text; what is no armed violence is left out already. */
  readonly drafts: readonly Draft[]
  readonly events: readonly EventDraft[]
  readonly signs: CivilianSigns
}

/**
 * Reads a document of one language: numbers tied to a harm, with their slots and the scope that their own sentences give
 * them. Whatever needs no words of a language (restatements, sums, parts, ids) is done for all languages alike.
 */
export type LanguageReader = (frame: DocumentFrame, lexicon: Lexicon, context: Context) => FoundDrafts
