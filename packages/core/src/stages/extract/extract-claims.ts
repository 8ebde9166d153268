import type { Lexicon } from '../../lexicon/lexicon.ts'
import {
  type Claim,
  type ClaimId,
  type CountClaim,
  claimIdOf,
  type EventClaim,
  type Maker,
  type Slot,
  type SlotName,
  type Status,
} from '../../model/claim.ts'
import type { DocumentId } from '../../model/document.ts'
import type { Context } from '../../pipeline/stage.ts'
import type { DocumentFrame } from './claim-core.ts'
import type { Draft } from './draft.ts'
import type { EventDraft } from './events/event-draft.ts'
import { findEvents } from './events/find-events.ts'
import { fillSlots } from './fill-slots.ts'
import { findCores } from './find-cores.ts'
import { findParts, type Part } from './parts/find-parts.ts'
import { restatements } from './parts/restatements.ts'
import { judgeRelevance, weighSentences, weighWhole } from './relevance/judge-relevance.ts'
import { classifyScope } from './scope/classify-scope.ts'
import { type FoundCue, findCues } from './scope/find-cues.ts'
import { settleByParts, settleScopes } from './scope/settle-scopes.ts'
import { resolveStatus } from './status/resolve-status.ts'
import { type View, viewOf } from './words/view.ts'
import { wordsOf } from './words/words.ts'

/** All claims of one document, about numbers of people and about events without any, in the order of the text. */
export const extractClaims = (
  document: DocumentId,
  frame: DocumentFrame,
  lexicon: Lexicon,
  context: Context,
  maker: Maker,
): readonly Claim[] => {
  const view = viewOf(frame.text, wordsOf(lexicon))
  const cores = findCores(view)
  const slots = fillSlots(frame, cores, context)
  const cues = findCues(view, new Set(cores.flatMap((core) => [core.sentence - 1, core.sentence])))
  const cuesOf = (sentence: number): readonly FoundCue[] => cues.get(sentence) ?? []
  const read = cores.flatMap((core, i): readonly Draft[] => {
    const filled = slots[i]
    if (filled === undefined) return []
    return [
      { core, slots: filled, ...classifyScope(view, core, filled, cuesOf(core.sentence), cuesOf(core.sentence - 1)) },
    ]
  })
  const relevant = keepRelevant(view, frame, read)
  const first = restatements(relevant)
  const settled = settleScopes(relevant, first)
  const parts = findParts(settled, first)
  const drafts = settleByParts(settled, parts, first)
  const statuses = resolveStatus(view, drafts, parts)
  const ids = drafts.map((draft) =>
    claimIdOf(document, draft.core, JSON.stringify([draft.core.metric, draft.core.count, draft.scope]), maker),
  )
  const counts = drafts.map((draft, i) =>
    toClaim(document, frame, draft, maker, {
      id: ids[i] ?? ('' as ClaimId),
      status: statuses[i] ?? draft.core.status,
      part: parts[i] ?? null,
      idOf: (k) => ids[k] ?? null,
      restates: first[i] === i ? null : (ids[first[i] ?? i] ?? null),
    }),
  )
  const events = findEvents(frame, cores, context).map((event) => toEvent(document, frame, event, maker))
  return [...counts, ...events].sort((a, b) => a.start - b.start)
}

const toEvent = (document: DocumentId, frame: DocumentFrame, event: EventDraft, maker: Maker): EventClaim => ({
  ...event,
  id: claimIdOf(document, event, JSON.stringify([event.kind, event.action]), maker),
  document,
  quote: frame.text.content.slice(event.start, event.end),
  maker,
})

/** Leaves out what is no armed violence; what may be none is kept with less confidence, for a person to look at. */
const keepRelevant = (view: View, frame: DocumentFrame, drafts: readonly Draft[]): readonly Draft[] => {
  if (drafts.length === 0) return drafts
  const sentences = weighSentences(view)
  const whole = weighWhole(sentences)
  return drafts.flatMap((draft) => {
    const relevance = judgeRelevance(draft, frame, sentences, whole)
    if (relevance === 'no') return []
    if (relevance === 'yes') return [draft]
    return [{ ...draft, core: { ...draft.core, confidence: draft.core.confidence * UNSURE }, why: `${draft.why}?` }]
  })
}

/** What is left of the confidence in a claim that may be of no armed violence. */
const UNSURE = 0.6

/** What a claim says of other claims of its document. */
interface Relations {
  readonly id: ClaimId
  readonly status: Status
  readonly part: Part | null
  readonly idOf: (index: number) => ClaimId | null
  readonly restates: ClaimId | null
}

const toClaim = (
  document: DocumentId,
  frame: DocumentFrame,
  { core, slots, scope, why }: Draft,
  maker: Maker,
  relations: Relations,
): CountClaim => {
  const confidences: Readonly<Partial<Record<SlotName, Slot>>> = {
    count: { certainty: 'stated', confidence: core.confidence },
    ...slots.slots,
  }
  return {
    kind: core.metric === 'displaced' ? 'displacement' : 'casualty',
    id: relations.id,
    document,
    start: core.start,
    end: core.end,
    quote: frame.text.content.slice(core.start, core.end),
    metric: core.metric,
    count: core.count,
    status: relations.status,
    groups: core.groups,
    scope,
    partOf: relations.part === null ? null : relations.idOf(relations.part.of),
    relation: relations.part?.relation ?? null,
    restates: relations.restates,
    places: slots.places,
    time: slots.time,
    means: slots.means,
    actors: slots.actors,
    sources: slots.sources,
    slots: confidences,
    confidence: core.confidence,
    rule: `${core.rule}/${why}`,
    maker,
  }
}
