import { beingCoded } from '../../problems/coding.ts'
import type { Db } from '../../store/database.ts'
import { openCodingOf } from '../../store/queries/codings.ts'

/** Refuses a decision on a document that two people are coding, unless it comes of that coding. */
export const expectNotCoded = async (tx: Db, document: string, coding?: string): Promise<void> => {
  const open = await openCodingOf(tx, document)
  if (open !== null && open !== coding) throw beingCoded()
}
