import type { Brand } from './brand.ts'
import { contentId, sha256Hex } from './hash.ts'
import type { Span } from './span.ts'
import type { Day } from './time-range.ts'

/** SHA-256 of the decoded words. */
export type TextId = Brand<'TextId'>
/** Content id of one publication of a text. */
export type DocumentId = Brand<'DocumentId'>

/** What a stretch of the decoded source is. Zones are marked, never cut; what no zone covers is body. */
export const ZONE_KINDS = [
  'headline',
  'subheading',
  'caption',
  'dateline',
  'credit',
  'date_line',
  'updated_line',
  'clutter',
] as const
export type ZoneKind = (typeof ZONE_KINDS)[number]
export interface Zone extends Span {
  readonly kind: ZoneKind
}

/** The words, known by the hash of their content; they never change. */
export interface Text {
  readonly id: TextId
  readonly content: string
}

/** Something a person should know about how a document was read; `code` is stable. */
export interface DocumentWarning {
  readonly code: string
  readonly text: string
}

/** One publication of a text. A verbatim reprint is a second document of one text. */
export interface Document {
  readonly kind: 'document'
  readonly id: DocumentId
  readonly text: TextId
  /** The name users know it by: a file's name, a JSON line's own `doc`. */
  readonly doc: string
  /** Who published it. */
  readonly outlet: string | null
  /** The agency credited in it ("Reuters", "SANA"), apart from the outlet. */
  readonly agency: string | null
  readonly url: string | null
  readonly title: string | null
  readonly published: Day | null
  /** Where `published` was read: the source's metadata, or a line of the text. */
  readonly publishedFrom: 'metadata' | 'text' | null
  readonly updated: Day | null
  /** ISO 639-1 code; null where it can't be told. */
  readonly language: string | null
  readonly mediaType: string
  /** SHA-256 of the bytes as they came. */
  readonly rawSha256: string
  readonly zones: readonly Zone[]
  readonly warnings: readonly DocumentWarning[]
  /** The earlier document at the same address that this one replaces. */
  readonly supersedes: DocumentId | null
}

/** The id of a text. */
export const textIdOf = (content: string): TextId => sha256Hex(content) as TextId

/** The id of a publication: the same words from the same outlet under the same name, address and date are one document. */
export const documentIdOf = (d: Pick<Document, 'text' | 'doc' | 'outlet' | 'url' | 'published'>): DocumentId =>
  contentId('document', d.text, d.doc, d.outlet, d.url, d.published) as DocumentId
