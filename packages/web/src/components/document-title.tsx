import type { DocumentRecord } from '@sijil/core/contract/document-record.js'
import { useT } from '../lib/i18n.ts'
import { Words } from './ltr.tsx'

/** What the server puts in the place of a title in which names could not be told from other words. */
const WITHHELD = '[withheld]'

/** A document's headline, else its name; that it is withheld is told in the reader's own language. */
export const DocumentTitle = ({ document }: { readonly document: Pick<DocumentRecord, 'title' | 'doc'> }) => {
  const t = useT()
  if (document.title === WITHHELD) return <span className="text-faint italic">{t('document.titleWithheld')}</span>
  return <Words>{document.title ?? document.doc}</Words>
}
