import type { Judgement } from '@sijil/core/model/judgement.js'
import type { Store } from '../store/open-store.ts'
import { allJudgements } from '../store/queries/judgements.ts'

/** All judgements in the order in which they were made, withdrawn ones too. */
export async function* listJudgements(store: Store): AsyncGenerator<Judgement> {
  yield* await allJudgements(store.db)
}
