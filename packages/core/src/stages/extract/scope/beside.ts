import type { ClaimCore } from '../claim-core.ts'
import type { FoundCue } from './find-cues.ts'

/** The cues that stand near enough to a claim to be of it. */
export const beside = (core: ClaimCore, found: readonly FoundCue[]): readonly FoundCue[] =>
  found.filter((f) => f.at >= core.first - REACH && f.at <= core.last + REACH)

/** How far from a claim the words may stand that spread it over several places. */
export const REACH = 14
