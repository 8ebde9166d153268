import type { Page, PageRequest } from '@sijil/core/contract/page.js'
import type { Judgement } from '@sijil/core/model/judgement.js'
import type { Store } from '../store/open-store.ts'
import { allJudgements, countJudgements, pageOfJudgements } from '../store/queries/judgements.ts'
import { pageOf, pastNumber } from './page.ts'

/** All judgements in the order in which they were made, withdrawn ones too. */
export async function* listJudgements(store: Store): AsyncGenerator<Judgement> {
  yield* await allJudgements(store.db)
}

/** A page of them. */
export const findJudgements = (store: Store, page: PageRequest): Promise<Page<Judgement>> =>
  pageOf(
    {
      sort: 'oldest',
      rows: async ({ after, size }) =>
        (await pageOfJudgements(store.db, pastNumber(after) ?? 0, size)).map(({ seq, judgement }) => ({
          ended: [String(seq), judgement.id],
          judgement,
        })),
      count: () => countJudgements(store.db),
      items: async (rows) => rows.map(({ judgement }) => judgement),
    },
    page,
  )
