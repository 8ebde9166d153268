import { decisionVersion } from '@sijil/core/contract/versions.js'
import type { Judgement } from '@sijil/core/model/judgement.js'
import { unknownJudgement } from '../problems/record.ts'
import type { Store } from '../store/open-store.ts'
import { findJudgement, insertWithdrawal } from '../store/queries/judgements.ts'
import { markToLink } from '../store/queries/linking.ts'
import { appendLog } from '../store/queries/log.ts'
import { transact } from '../store/transact.ts'
import { documentsOfSides, relinkFor } from './judge.ts'
import { expectVersion } from './keep-review.ts'

export interface Withdrawal extends NonNullable<Judgement['withdrawn']> {
  readonly id: string
  /** The version of the judgement that was seen. */
  readonly sees?: string | undefined
}

/**
 * Takes a judgement back; it stays in the history. The record becomes what it would be without it. Withdrawing it again
 * changes nothing. Throws a Problem when there is none of that id, and when another version stands than was seen.
 */
export const withdrawJudgement = async (store: Store, { id, by, reason, at, sees }: Withdrawal): Promise<Judgement> => {
  const withdrawn = { by, at, reason }
  const judgement = await transact(store.db, 'judge', async (tx) => {
    const found = await findJudgement(tx, id)
    if (found === null) throw unknownJudgement(id)
    expectVersion(`the judgement ${id}`, { sees }, decisionVersion(found), [])
    if (found.withdrawn !== null) return found
    await markToLink(tx, await documentsOfSides(tx, [found.left, found.right]))
    await insertWithdrawal(tx, id, withdrawn)
    await appendLog(tx, 'withdrawal', { judgement: id, ...withdrawn })
    return { ...found, withdrawn }
  })
  await relinkFor(store, at)
  return judgement
}
