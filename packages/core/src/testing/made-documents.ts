import { documentIdOf, textIdOf } from '../model/document.ts'
import type { DocumentText } from '../pipeline/layers.ts'
import type { MadeReport } from './reuse-world.ts'

/** A made-up report as a document. */
export const madeDocument = ({ doc, published, text }: MadeReport): DocumentText => {
  const id = textIdOf(text)
  const named = { text: id, doc, outlet: null, url: null, published }
  return {
    text: { id, content: text },
    document: {
      kind: 'document',
      id: documentIdOf(named),
      ...named,
      agency: null,
      title: null,
      publishedFrom: 'metadata',
      updated: null,
      language: null,
      mediaType: 'text/plain',
      rawSha256: id,
      zones: [],
      warnings: [],
      supersedes: null,
    },
  }
}
