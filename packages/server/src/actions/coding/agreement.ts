import { codedValuesOf } from '@sijil/core/coding/coded-values.js'
import { agreementByField, compareCodings } from '@sijil/core/coding/compare-codings.js'
import { toClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { CodedUnit, FieldAgreement } from '@sijil/core/contract/coding-record.js'
import { codingUnderWay } from '../../problems/coding.ts'
import type { Db } from '../../store/database.ts'
import type { Store } from '../../store/open-store.ts'
import { claimsAsRead } from '../../store/queries/claims.ts'
import { answersOf, type Coding, findCodings } from '../../store/queries/codings.ts'
import { stateOf } from './coding-called.ts'

/** What both coders made of a document. Throws a Problem until both are done: before, nobody sees it. */
export const unitsOfCoding = async (db: Db, coding: Coding): Promise<readonly CodedUnit[]> => {
  if (stateOf(coding) === 'coding') throw codingUnderWay()
  const machine = (await claimsAsRead(db, [coding.document], { persons: false })).map((claim) => ({
    id: claim.id as string,
    start: claim.start,
    end: claim.end,
    values: codedValuesOf(toClaimRecord(claim, { doc: '' })),
  }))
  const [first, second] = coding.coders
  return compareCodings(
    machine,
    await answersOf(db, coding.id, first?.id ?? ''),
    await answersOf(db, coding.id, second?.id ?? ''),
  )
}

/** How far coders agree over all documents that two have finished. */
export const sumAgreement = async (
  store: Store,
): Promise<{ readonly documents: number; readonly agreement: readonly FieldAgreement[] }> => {
  const finished = (await findCodings(store.db)).filter((coding) => stateOf(coding) !== 'coding')
  const units: CodedUnit[] = []
  for (const coding of finished) units.push(...(await unitsOfCoding(store.db, coding)))
  return { documents: finished.length, agreement: agreementByField(units) }
}
