import { agreementByField } from '@sijil/core/coding/compare-codings.js'
import { atLeast } from '@sijil/core/contract/api/role.js'
import { toClaimRecord } from '@sijil/core/contract/claim-record.js'
import { blockSpans } from '@sijil/core/stages/publish/mask-names.js'
import { highestRole } from '../../actions/accounts/principal.ts'
import { sumAgreement, unitsOfCoding } from '../../actions/coding/agreement.ts'
import { assignCoding, listCoders } from '../../actions/coding/assign-coding.ts'
import { codeClaim, finishCoding, ownAnswers } from '../../actions/coding/code-claims.ts'
import { codingCalled, codingRecord } from '../../actions/coding/coding-called.ts'
import { listCodings } from '../../actions/coding/list-codings.ts'
import { settleCoding } from '../../actions/coding/settle-coding.ts'
import { showCoded } from '../../actions/coding/show-coded.ts'
import { showDocument } from '../../actions/show-document.ts'
import { decisionBy } from '../decision-by.ts'
import type { HandlersOf } from '../handlers-of.ts'

type Names =
  | 'listCoders'
  | 'listCodings'
  | 'assignCoding'
  | 'showCoding'
  | 'codeClaim'
  | 'finishCoding'
  | 'showAgreement'
  | 'sumAgreement'
  | 'settleCoding'

/** Documents are looked up as whoever asks may read them: a coding of a foreign one is not there. */
export const codingHandlers: HandlersOf<Names> = {
  listCoders: async ({ server }) => ({ reply: { items: [...(await listCoders(server.store))] } }),
  listCodings: async ({ server, store, who }) => {
    const role = highestRole(who)
    const person = role !== null && atLeast(role, 'reviewer') ? undefined : who.person.id
    const items = await listCodings(server.store, store, who.person.id, person)
    return { reply: { items }, about: items.map(({ document }) => document.id) }
  },
  assignCoding: async ({ server, store, who, body }) => {
    const { record } = await showDocument(store, body.document)
    const made = await assignCoding(server.store, { ...body, document: record.id, by: who.person.name })
    return { reply: await codingRecord(store, made, who.person.id), about: [record.id] }
  },
  showCoding: async ({ server, store, who, params, protection }) => {
    const coding = await codingCalled(server.store, params.id)
    const record = await codingRecord(store, coding, who.person.id)
    const answers = await ownAnswers(server.store, coding, who.person.id)
    const { document, text, claims } = await showCoded(store, coding.document)
    const { spans } = await server.names.namesOf([coding.document])
    const names = protection.shown ? [] : (spans.get(coding.document) ?? null)
    return {
      reply: {
        coding: record,
        document,
        text: names === null ? '' : blockSpans(text.text.content, names),
        withheld: names === null,
        zones: text.document.zones.map(({ kind, start, end }) => ({ kind, start, end })),
        claims: names === null ? [] : claims.map((claim) => toClaimRecord(claim, { doc: document.doc })),
        answers: [...answers],
      },
      about: [coding.document],
    }
  },
  codeClaim: async ({ server, store, who, params, body, version }) => {
    const coding = await codingCalled(server.store, params.id)
    await codingRecord(store, coding, who.person.id)
    const answers = await codeClaim(server.store, params.id, who.person.id, body, version)
    return { reply: { answers: [...answers] }, about: [coding.document] }
  },
  finishCoding: async ({ server, store, who, params }) => {
    await codingRecord(store, await codingCalled(server.store, params.id), who.person.id)
    await finishCoding(server.store, params.id, who.person.id)
    const coding = await codingCalled(server.store, params.id)
    return { reply: await codingRecord(store, coding, who.person.id), about: [coding.document] }
  },
  showAgreement: async ({ server, store, who, params, protection }) => {
    const coding = await codingCalled(server.store, params.id)
    const record = await codingRecord(store, coding, who.person.id)
    const role = highestRole(who)
    if (role === null || !atLeast(role, 'reviewer')) await ownAnswers(server.store, coding, who.person.id)
    const units = await unitsOfCoding(server.store.db, coding)
    const { text } = await showCoded(store, coding.document)
    const { spans } = await server.names.namesOf([coding.document])
    const names = protection.shown ? [] : (spans.get(coding.document) ?? null)
    return {
      reply: {
        coding: record,
        text: names === null ? '' : blockSpans(text.text.content, names),
        units: [...units],
        agreement: [...agreementByField(units)],
      },
      about: [coding.document],
      version: record.version,
    }
  },
  sumAgreement: async ({ server }) => {
    const { documents, agreement } = await sumAgreement(server.store)
    return { reply: { documents, agreement: [...agreement] } }
  },
  settleCoding: async ({ server, store, who, params, body, version }) => {
    await codingRecord(store, await codingCalled(server.store, params.id), who.person.id)
    const coding = await settleCoding(server.store, params.id, { ...body, ...decisionBy(who), sees: version })
    const record = await codingRecord(store, coding, who.person.id)
    return { reply: record, about: [coding.document], version: record.version }
  },
}
