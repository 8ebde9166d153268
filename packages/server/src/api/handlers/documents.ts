import { blockSpans } from '@sijil/core/stages/publish/mask-names.js'
import { findDocuments } from '../../actions/find-documents.ts'
import { copiesOfDocument, showDocument } from '../../actions/show-document.ts'
import type { HandlersOf } from '../handlers-of.ts'

export const documentHandlers: HandlersOf<'listDocuments' | 'showDocument' | 'readDocument' | 'listCopies'> = {
  listDocuments: async ({ store, query: { limit, after, total, sort, ...filter } }) => {
    const page = await findDocuments(store, filter, { limit, after, total, ...(sort === undefined ? {} : { sort }) })
    return { reply: { ...page, items: [...page.items] }, about: page.items.map(({ id }) => id) }
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
