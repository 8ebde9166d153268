/** How far the work on a document has come: nobody began, somebody reads it, it is done, or it is left aside. */
export const DESK_STATES = ['new', 'reading', 'done', 'aside'] as const
export type DeskState = (typeof DESK_STATES)[number]
