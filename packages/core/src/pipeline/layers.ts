import type { Claim } from '../model/claim.ts'
import type { CopyRelation } from '../model/copy.ts'
import type { Bounds } from '../model/count.ts'
import type { Document, Text } from '../model/document.ts'
import type { Incident } from '../model/incident.ts'
import type { Judgement } from '../model/judgement.ts'
import type { ClaimPlaces } from '../model/place.ts'
import type { Review } from '../model/review.ts'
import type { ReadText } from '../text/read-text.ts'

/** Bytes as they came from a file, an upload or a page, with what their carrier says of them. */
export interface RawItem {
  /** A file's name or an upload's; a container's items are named after it (`reports.jsonl:7`). */
  readonly name: string
  readonly bytes: Uint8Array
  readonly mediaType: string | null
  readonly url: string | null
  /** Set where the bytes are a part of a longer file of records: the line of the file that its first record stands in. */
  readonly part?: { readonly firstLine: number }
}

/** Something that could not be read: what was wrong, where, and what to do. */
export interface Refusal {
  readonly name: string
  /** The line, row or byte inside it; null when the whole is meant. */
  readonly at: string | null
  readonly code: string
  readonly text: string
}

/** A document with its words. */
export interface DocumentText {
  readonly document: Document
  readonly text: Text
}

/** Passages of a document that stand in an earlier one too, in offsets of the document. */
export interface ReusedPassage {
  readonly document: Document['id']
  readonly of: Document['id']
  readonly start: number
  readonly end: number
}

/** A claim's place in the record: which incidents it feeds, and how much of its number each gets (`null` = open, or no number). */
export interface ClaimLink extends Bounds {
  readonly claim: Claim['id']
  /** Which of the claim's places this link is about ("two each in A and B" has two links); null when all are. */
  readonly place: number | null
  /** A roll-up sums incidents and is never added to them. */
  readonly kind: Incident['kind']
  /** The key of the incident within this run; the store gives it its permanent code. */
  readonly incident: string
  readonly why: string
}

/**
 * Everything that stages read and add, by name. Each layer is a list of values; a stage never changes a value, it adds new
 * ones. People's decisions alone put other values in the place of those that were there.
 */
export interface Layers {
  readonly raw: readonly RawItem[]
  readonly refusals: readonly Refusal[]
  readonly documents: readonly DocumentText[]
  readonly readings: ReadonlyMap<Document['id'], ReadText>
  readonly copies: readonly CopyRelation[]
  readonly passages: readonly ReusedPassage[]
  readonly claims: readonly Claim[]
  readonly places: readonly ClaimPlaces[]
  readonly judgements: readonly Judgement[]
  /** People's decisions about claims, incidents and checks. */
  readonly reviews: readonly Review[]
  readonly links: readonly ClaimLink[]
  readonly incidents: readonly Incident[]
}

export type LayerName = keyof Layers
