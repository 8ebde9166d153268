import { DESK_STATES, type DeskState } from '@sijil/core/model/desk.js'

/** What the inbox narrows by, and the document that is shown beside it; all of it stands in the address. */
export interface InboxSearch {
  readonly q?: string
  readonly state?: DeskState
  readonly assignee?: string
  readonly language?: string
  readonly outlet?: string
  readonly copies?: 'only' | 'none'
  readonly doc?: string
}

const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** Reads the filters from an address; what does not fit is left out. */
export const readInboxSearch = (raw: Readonly<Record<string, unknown>>): InboxSearch =>
  Object.fromEntries(
    Object.entries({
      q: word(raw.q),
      state: DESK_STATES.find((state) => state === raw.state),
      assignee: word(raw.assignee),
      language: word(raw.language),
      outlet: word(raw.outlet),
      copies: raw.copies === 'only' || raw.copies === 'none' ? raw.copies : undefined,
      doc: word(raw.doc),
    }).filter(([, value]) => value !== undefined),
  )
