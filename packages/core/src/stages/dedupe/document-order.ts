import type { Document } from '../../model/document.ts'

/** A key whose order does not depend on that of arrival: by day, the undated last; then by name. */
export const documentOrder = ({ published, doc, id }: Pick<Document, 'published' | 'doc' | 'id'>): string =>
  [published ?? '9999', doc, id].join('\0')
