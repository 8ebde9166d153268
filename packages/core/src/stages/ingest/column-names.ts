/** The fields of a document that a column can hold. */
export type Field = 'doc' | 'text' | 'title' | 'outlet' | 'agency' | 'url' | 'published' | 'updated' | 'language'

/** The names that columns go by, in lower case with underscores; the first column of a field counts. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  doc: ['doc', 'id', 'doc_id', 'document', 'document_id'],
  text: ['text', 'body', 'content', 'article', 'article_text', 'article_content', 'full_text', 'fulltext', 'story'],
  title: ['title', 'headline', 'article_title'],
  outlet: ['outlet', 'source', 'publisher', 'newspaper', 'site'],
  agency: ['agency', 'agency_credit', 'wire'],
  url: ['url', 'link', 'address', 'source_url', 'article_url'],
  published: ['published', 'published_at', 'publication_date', 'date_published', 'pubdate', 'date'],
  updated: ['updated', 'updated_at', 'date_modified', 'modified'],
  language: ['language', 'lang'],
}

/** The field that a column's name stands for. */
export const COLUMN_NAMES: ReadonlyMap<string, Field> = new Map(
  (Object.keys(NAMES) as Field[]).flatMap((field) => NAMES[field].map((name) => [name, field] as const)),
)
