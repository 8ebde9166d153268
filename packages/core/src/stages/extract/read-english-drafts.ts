import type { Context } from '../../pipeline/stage.ts'
import type { ClaimCore, DocumentFrame } from './claim-core.ts'
import type { Draft } from './draft.ts'
import { findEvents } from './events/find-events.ts'
import { fillSlots } from './fill-slots.ts'
import { findCores } from './find-cores.ts'
import type { LanguageReader } from './language-reader.ts'
import { judgeRelevance, type Subject, subjectOf } from './relevance/judge-relevance.ts'
import { classifyScope } from './scope/classify-scope.ts'
import { type FoundCue, findCues } from './scope/find-cues.ts'
import { HABIT } from './scope/forecasts.ts'
import { civilianSigns } from './status/civilian-signs.ts'
import { type View, viewOf } from './words/view.ts'
import { wordsOf } from './words/words.ts'

/** Reads an English document: by its tagged words. */
export const readEnglishDrafts: LanguageReader = (frame, lexicon, context) => {
  const view = viewOf(frame.text, wordsOf(lexicon))
  const cores = findCores(view)
  return {
    drafts: relevantDrafts(view, frame, cores, context),
    events: findEvents(frame, cores, lexicon, context),
    signs: civilianSigns(view),
  }
}

/** Fills slots and scope, unless the words alone say already that none of the claims is one of armed violence. */
const relevantDrafts = (
  view: View,
  frame: DocumentFrame,
  cores: readonly ClaimCore[],
  context: Context,
): readonly Draft[] => {
  if (cores.length === 0) return []
  const subject = subjectOf(view, frame.zones)
  if (cores.every((core) => judgeRelevance({ core, slots: null }, frame, subject) === 'no')) return []
  return keepRelevant(readDrafts(view, frame, cores, context), frame, subject)
}

const readDrafts = (
  view: View,
  frame: DocumentFrame,
  cores: readonly ClaimCore[],
  context: Context,
): readonly Draft[] => {
  const slots = fillSlots(frame, cores, context)
  const cues = findCues(view, new Set(cores.flatMap((core) => [core.sentence - 1, core.sentence])))
  const cuesOf = (sentence: number): readonly FoundCue[] => cues.get(sentence) ?? []
  return cores.flatMap((core, i): readonly Draft[] => {
    const filled = slots[i]
    if (filled === undefined) return []
    const reading = classifyScope(view, core, filled, cuesOf(core.sentence), cuesOf(core.sentence - 1))
    return reading.why === HABIT ? [] : [{ core, slots: filled, ...reading }]
  })
}

/** Leaves out what is no armed violence; what may be none is kept with less confidence, for a person to look at. */
const keepRelevant = (drafts: readonly Draft[], frame: DocumentFrame, subject: Subject): readonly Draft[] =>
  drafts.flatMap((draft) => {
    const relevance = judgeRelevance(draft, frame, subject)
    if (relevance === 'no') return []
    if (relevance === 'yes') return [draft]
    return [{ ...draft, core: { ...draft.core, confidence: draft.core.confidence * UNSURE }, why: `${draft.why}?` }]
  })

/** What is left of the confidence in a claim that may be of no armed violence. */
const UNSURE = 0.6
