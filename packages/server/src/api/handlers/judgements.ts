import { toJudgementRecord } from '@sijil/core/contract/judgement-record.js'
import type { Judgement } from '@sijil/core/model/judgement.js'
import { documentsOfSides, judge } from '../../actions/judge.ts'
import { findJudgements } from '../../actions/list-judgements.ts'
import { previewJudgement } from '../../actions/preview-judgement.ts'
import { splitIncident } from '../../actions/split-incident.ts'
import type { Store } from '../../actions/with-store.ts'
import { withdrawJudgement } from '../../actions/withdraw-judgement.ts'
import { decisionBy } from '../decision-by.ts'
import type { HandlersOf } from '../handlers-of.ts'

type Names = 'listJudgements' | 'judge' | 'previewJudgement' | 'splitIncident' | 'withdrawJudgement'

export const judgementHandlers: HandlersOf<Names> = {
  listJudgements: async ({ store, query }) => {
    const page = await findJudgements(store, query)
    const about = await documentsOfAll(store, page.items)
    return { reply: { ...page, items: page.items.map(toJudgementRecord) }, about }
  },
  judge: async ({ server, store, who, version, body }) => {
    // Read through what they may read: the side of a foreign collection is not there.
    const about = await documentsOfSides(store.db, [body.left, body.right])
    const made = await judge(server.store, { ...body, ...decisionBy(who), sees: version })
    return { reply: { items: [toJudgementRecord(made)] }, about }
  },
  previewJudgement: async ({ server, store, body }) => {
    const { before, after, documents } = await previewJudgement(server.store, store, body, new Date().toISOString())
    return { reply: { before, after }, about: documents }
  },
  splitIncident: async ({ server, store, who, params, version, body }) => {
    const about = await documentsOfSides(store.db, [params.code, ...body.claims])
    const made = await splitIncident(server.store, { ...params, ...body, ...decisionBy(who), sees: version })
    return { reply: { items: made.map(toJudgementRecord) }, about }
  },
  withdrawJudgement: async ({ server, store, who, params, body, version }) => {
    const judgement = await withdrawJudgement(server.store, {
      ...params,
      ...body,
      ...decisionBy(who),
      sees: version,
    })
    const reply = toJudgementRecord(judgement)
    return { reply, about: await documentsOfAll(store, [judgement]), version: reply.version }
  },
}

const documentsOfAll = (store: Store, judgements: readonly Judgement[]): Promise<readonly string[]> =>
  documentsOfSides(
    store.db,
    judgements.flatMap(({ left, right }) => [left, right]),
  )
