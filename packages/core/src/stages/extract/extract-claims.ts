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
import { findParts, type Part } from './parts/find-parts.ts'
import { restatements } from './parts/restatements.ts'
import { READERS } from './readers.ts'
import { settleByParts, settleScopes } from './scope/settle-scopes.ts'
import { settleTollTimes } from './scope/toll-times.ts'
import { resolveStatus } from './status/resolve-status.ts'

/**
 * All claims of one document, about numbers of people and about events without any, in the order of the text; none in a
 * language that has no reader.
 */
export const extractClaims = (
  document: DocumentId,
  frame: DocumentFrame,
  lexicon: Lexicon,
  context: Context,
  maker: Maker,
): readonly Claim[] => {
  const reader = READERS.get(lexicon.language)
  if (reader === undefined) return []
  const { drafts: relevant, events: told, signs } = reader(frame, lexicon, context)
  const first = restatements(relevant)
  const settled = settleScopes(relevant, first)
  const parts = findParts(settled, first, frame.text.content)
  const drafts = settleTollTimes(settleByParts(settled, parts, first), first)
  const statuses = resolveStatus(signs, drafts, parts)
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
  const events = told.map((event) => toEvent(document, frame, event, maker))
  return [...counts, ...events].sort((a, b) => a.start - b.start)
}

const toEvent = (document: DocumentId, frame: DocumentFrame, event: EventDraft, maker: Maker): EventClaim => ({
  ...event,
  id: claimIdOf(document, event, JSON.stringify([event.kind, event.action]), maker),
  document,
  quote: frame.text.content.slice(event.start, event.end),
  maker,
})

/** What a claim says of other claims of its document. */
interface Relations {
  readonly id: ClaimId
  readonly status: Status
  readonly part: Part | null
  readonly idOf: (index: number) => ClaimId | null
  readonly restates: ClaimId | null
}

/** Confidences are told to a thousandth: they are not known better. */
const THOUSANDTHS = 1000

const toClaim = (
  document: DocumentId,
  frame: DocumentFrame,
  { core, slots, scope, why }: Draft,
  maker: Maker,
  relations: Relations,
): CountClaim => {
  const confidence = Math.round(core.confidence * THOUSANDTHS) / THOUSANDTHS
  const confidences: Readonly<Partial<Record<SlotName, Slot>>> = {
    count: { certainty: 'stated', confidence },
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
    confidence,
    rule: `${core.rule}/${why}`,
    maker,
  }
}
