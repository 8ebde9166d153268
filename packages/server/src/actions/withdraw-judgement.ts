import type { Judgement } from '@sijil/core/model/judgement.js'
import { unknownJudgement } from '../problems.ts'
import type { Store } from '../store/open-store.ts'
import { findJudgement, insertWithdrawal } from '../store/queries/judgements.ts'
import { markToLink } from '../store/queries/linking.ts'
import { appendLog } from '../store/queries/log.ts'
import { transact } from '../store/transact.ts'
import { documentsOfSides, relinkFor } from './judge.ts'

export interface Withdrawal extends NonNullable<Judgement['withdrawn']> {
  readonly id: string
}

/**
 * Takes a judgement back; it stays in the history. The record becomes what it would be without it. Withdrawing it again
 * changes nothing. Throws a Problem when there is none of that id.
 */
export const withdrawJudgement = async (store: Store, { id, by, reason, at }: Withdrawal): Promise<Judgement> => {
  const judgement = await findJudgement(store.db, id)
  if (judgement === null) throw unknownJudgement(id)
  if (judgement.withdrawn !== null) return judgement
  const withdrawn = { by, at, reason }
  await transact(store.db, 'judge', async (tx) => {
    await markToLink(tx, await documentsOfSides(tx, [judgement.left, judgement.right]))
    await insertWithdrawal(tx, id, withdrawn)
    await appendLog(tx, 'withdrawal', { judgement: id, ...withdrawn })
  })
  await relinkFor(store, at)
  return { ...judgement, withdrawn }
}
