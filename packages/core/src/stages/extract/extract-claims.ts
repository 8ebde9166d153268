import type { Lexicon } from '../../lexicon/lexicon.ts'
import { type CountClaim, claimIdOf, type Maker, type Scope, type Slot, type SlotName } from '../../model/claim.ts'
import type { DocumentId } from '../../model/document.ts'
import type { Context } from '../../pipeline/stage.ts'
import type { ClaimCore, ClaimSlots, DocumentFrame } from './claim-core.ts'
import { fillSlots } from './fill-slots.ts'
import { findCores } from './find-cores.ts'
import { classifyScope } from './scope/classify-scope.ts'
import { resolveStatus } from './status/resolve-status.ts'
import { viewOf } from './words/view.ts'
import { wordsOf } from './words/words.ts'

/** All claims of one document about numbers of people, in the order of the text. */
export const extractClaims = (
  document: DocumentId,
  frame: DocumentFrame,
  lexicon: Lexicon,
  context: Context,
  maker: Maker,
): readonly CountClaim[] => {
  const view = viewOf(frame.text, wordsOf(lexicon))
  const cores = findCores(view)
  const slots = fillSlots(frame, cores, context)
  const scoped = cores.flatMap((core, i) => {
    const filled = slots[i]
    return filled === undefined ? [] : [{ core, slots: filled, ...classifyScope(view, core, filled) }]
  })
  const statuses = resolveStatus(view, scoped)
  return scoped.map(({ core, slots: filled, scope, rule }, i) => {
    const status = statuses[i] ?? core.status
    return toClaim(document, frame, { ...core, status }, filled, scope, `${core.rule}/${rule}`, maker)
  })
}

const toClaim = (
  document: DocumentId,
  frame: DocumentFrame,
  core: ClaimCore,
  slots: ClaimSlots,
  scope: Scope,
  rule: string,
  maker: Maker,
): CountClaim => {
  const says = JSON.stringify([core.metric, core.count, scope])
  const confidences: Readonly<Partial<Record<SlotName, Slot>>> = {
    count: { certainty: 'stated', confidence: core.confidence },
    ...slots.slots,
  }
  return {
    kind: core.metric === 'displaced' ? 'displacement' : 'casualty',
    id: claimIdOf(document, core, says, maker),
    document,
    start: core.start,
    end: core.end,
    quote: frame.text.content.slice(core.start, core.end),
    metric: core.metric,
    count: core.count,
    status: core.status,
    groups: core.groups,
    scope,
    partOf: null,
    relation: null,
    restates: null,
    places: slots.places,
    time: slots.time,
    means: slots.means,
    actors: slots.actors,
    sources: slots.sources,
    slots: confidences,
    confidence: core.confidence,
    rule,
    maker,
  }
}
