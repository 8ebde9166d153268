import { z } from 'zod'
import { DESK_STATES } from '../model/desk.ts'
import { placeFilterShape, searchSchema } from './incident-filter.ts'

/** Which documents are asked for; what is left out does not narrow. */
export const documentFilterSchema = z.object({
  search: searchSchema.optional().describe('Words of its text or of its title.'),
  from: z.iso.date().optional().describe('Published on this day or later.'),
  to: z.iso.date().optional().describe('Published on this day or earlier.'),
  outlet: z.string().min(1).optional().describe("A part of the outlet's name or the agency's."),
  language: z.string().min(2).max(3).optional().describe('ISO 639-1.'),
  copies: z.boolean().optional().describe('True: only copies of an earlier document. False: none of them.'),
  state: z.enum(DESK_STATES).optional().describe('How far the work on it has come.'),
  assignee: z.string().min(1).max(64).optional().describe('The id of whoever works on it; `nobody`: no one does.'),
  ...placeFilterShape,
})
export type DocumentFilter = z.infer<typeof documentFilterSchema>

/** Orders of documents: as they came, the last to come first, or the last published first and those without a day last. */
export const DOCUMENT_SORTS = ['oldest', 'newest', 'published'] as const
export type DocumentSort = (typeof DOCUMENT_SORTS)[number]
