import { blockSpans } from '@sijil/core/stages/publish/mask-names.js'
import { deskDocuments } from '../../actions/desk-documents.ts'
import { findDocuments } from '../../actions/find-documents.ts'
import { listOutlets } from '../../actions/list-outlets.ts'
import { copiesOfDocument, showDocument } from '../../actions/show-document.ts'
import type { HandlersOf } from '../handlers-of.ts'
import { findsNothing, nothing } from '../nothing-found.ts'

type Names = 'listDocuments' | 'showDocument' | 'readDocument' | 'deskDocuments' | 'listOutlets' | 'listCopies'

export const documentHandlers: HandlersOf<Names> = {
  listDocuments: async ({ server, store, protection, query: { limit, after, total, sort, ...filter } }) => {
    if (await findsNothing(server, protection, filter)) return { reply: nothing(false), about: [] }
    const page = await findDocuments(store, filter, { limit, after, total, ...(sort === undefined ? {} : { sort }) })
    const about = page.items.map(({ id }) => id)
    if (protection.shown || filter.search === undefined) return { reply: { ...page, items: [...page.items] }, about }
    // Where nobody can tell names from other words, a hit or a count could tell one.
    const { unreadable } = await server.names.namesOf(about)
    return { reply: { ...page, items: page.items.filter(({ id }) => !unreadable.has(id)), total: null }, about }
  },
  showDocument: async ({ store, params }) => {
    const { record } = await showDocument(store, params.id)
    return { reply: record, about: [record.id] }
  },
  readDocument: async ({ store, params, server, protection }) => {
    const { record, text, claims } = await showDocument(store, params.id)
    const content = text.text.content
    const { spans } = await server.names.namesOf([record.id])
    const names = protection.shown ? [] : (spans.get(record.id) ?? null)
    return {
      reply: {
        document: record,
        // Spans know more than words: a name that only stands joined to other letters is hidden by its span alone.
        text: names === null ? '' : blockSpans(content, names),
        withheld: names === null,
        zones: text.document.zones.map(({ kind, start, end }) => ({ kind, start, end })),
        claims: names === null ? [] : [...claims],
      },
      about: [record.id],
    }
  },
  deskDocuments: async ({ server, store, who, body }) => {
    await deskDocuments(server.store, store, { ...body, by: who.person.name })
    return { reply: null }
  },
  listOutlets: async ({ store }) => ({ reply: { items: [...(await listOutlets(store))] } }),
  listCopies: async ({ store, params }) => {
    const copies = await copiesOfDocument(store, params.id)
    return {
      reply: {
        items: copies.map(({ relation: { document, of, relation, containment, why }, doc, of: ofName }) => ({
          relation,
          document: { id: document, doc },
          of: { id: of, doc: ofName },
          containment,
          why,
        })),
      },
      about: copies.flatMap(({ relation: { document, of } }) => [document, of]),
    }
  },
}
