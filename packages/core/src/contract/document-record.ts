import { z } from 'zod'
import { COPY_KINDS, type CopyRelation } from '../model/copy.ts'
import { DESK_STATES } from '../model/desk.ts'
import type { Document } from '../model/document.ts'

const day = z.iso.date().nullable()

/** How a document's words relate to an earlier document's. */
const copySchema = z.object({
  relation: z.enum(COPY_KINDS),
  of: z.string().describe('The earlier document, by name.'),
  containment: z.number().min(0).max(1).describe("Share of this document's words that stand in the other, 0 to 1."),
  why: z.string(),
  ofDocument: z.string().describe("The earlier document's content id."),
})

/** Who works on a document, and how far they have come. */
export const deskSchema = z.object({
  state: z.enum(DESK_STATES),
  assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
  confidence: z.number().min(0).max(1).nullable().describe('Of its least sure claim; null where it has none.'),
  version: z.string().describe('For a change of it: another once somebody changed it.'),
})
export type DeskRecord = z.infer<typeof deskSchema>

/** One publication of a text. */
export const documentRecordSchema = z.object({
  doc: z.string().describe("A file's name; a JSON line's own doc."),
  outlet: z.string().nullable().describe('Who published it.'),
  published: day,
  title: z.string().nullable(),
  language: z.string().nullable().describe('ISO 639-1; null where it could not be told.'),
  copy: copySchema.nullable().describe('How its words relate to an earlier document; null for a document of its own.'),
  claims: z.number().int().nonnegative().describe('How many claims were read in it.'),
  id: z.string().describe('The content id.'),
  agency: z.string().nullable().describe('The agency credited in it, apart from the outlet.'),
  url: z.string().nullable(),
  updated: day,
  supersedes: z.string().nullable().describe('The earlier document at the same address that it replaces.'),
  warnings: z.array(z.object({ code: z.string(), text: z.string() })),
  sha256: z.string().describe('Of the bytes as they came.'),
  desk: deskSchema.optional().describe('Where it stands in the work of people; in lists of the store only.'),
})
export type DocumentRecord = z.infer<typeof documentRecordSchema>

/** What a document does not know of itself. */
export interface DocumentSurroundings {
  readonly claims: number
  /** Its strongest relation to an earlier document, with that document's name. */
  readonly copy?: { readonly relation: CopyRelation; readonly of: string } | null
  readonly desk?: DeskRecord
}

/** A document as a record. */
export const toDocumentRecord = (document: Document, around: DocumentSurroundings): DocumentRecord => ({
  doc: document.doc,
  outlet: document.outlet,
  published: document.published,
  title: document.title,
  language: document.language,
  copy: around.copy == null ? null : copyRecord(around.copy.relation, around.copy.of),
  claims: around.claims,
  id: document.id,
  agency: document.agency,
  url: document.url,
  updated: document.updated,
  supersedes: document.supersedes,
  warnings: document.warnings.map(({ code, text }) => ({ code, text })),
  sha256: document.rawSha256,
  ...(around.desk === undefined ? {} : { desk: around.desk }),
})

const copyRecord = (copy: CopyRelation, of: string): DocumentRecord['copy'] => ({
  relation: copy.relation,
  of,
  containment: copy.containment,
  why: copy.why,
  ofDocument: copy.of,
})
