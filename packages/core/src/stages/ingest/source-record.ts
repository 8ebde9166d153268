import type { DocumentWarning, Zone } from '../../model/document.ts'
import type { Day } from '../../model/time-range.ts'

/** One document as its source brings it, before it has an id. */
export interface SourceRecord {
  readonly doc: string
  readonly text: string
  readonly title: string | null
  readonly outlet: string | null
  readonly agency: string | null
  readonly url: string | null
  readonly published: Day | null
  readonly updated: Day | null
  readonly language: string | null
  readonly zones: readonly Zone[]
  readonly warnings: readonly DocumentWarning[]
  /** The bytes as they came: the file's, or the record's line. */
  readonly bytes: Uint8Array
}

/** A record of a text of which nothing else is known. */
export const bareRecord = (doc: string, text: string, bytes: Uint8Array): SourceRecord => ({
  doc,
  text,
  title: null,
  outlet: null,
  agency: null,
  url: null,
  published: null,
  updated: null,
  language: null,
  zones: [],
  warnings: [],
  bytes,
})
