import type { EventClaim } from '../../../model/claim.ts'

/** An event as extraction found it: an event claim but for its ids, its document and its maker. */
export type EventDraft = Omit<EventClaim, 'id' | 'document' | 'maker' | 'quote'>
