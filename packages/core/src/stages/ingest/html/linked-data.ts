import { tryParse } from '../read-json.ts'

/** What schema.org's description of an article tells. */
export interface LinkedArticle {
  readonly title: string | null
  readonly outlet: string | null
  readonly published: string | null
  readonly updated: string | null
}

const NOTHING: LinkedArticle = { title: null, outlet: null, published: null, updated: null }
const ARTICLE_TYPE = /(?:Article|Report|BlogPosting|LiveBlog)/

/** The first article that a page's JSON-LD scripts describe; nothing where there is none or they are broken. */
export const articleFromLinkedData = (scripts: readonly string[]): LinkedArticle => {
  for (const script of scripts) {
    const value = tryParse(script)
    const nodes = (Array.isArray(value) ? value : [value]).flatMap((node) =>
      Array.isArray(field(node, '@graph')) ? (field(node, '@graph') as unknown[]) : [node],
    )
    const article = nodes.find((node) => ARTICLE_TYPE.test([field(node, '@type')].flat().join(' ')))
    if (article === undefined) continue
    return {
      title: textOf(field(article, 'headline')),
      outlet: textOf(field(field(article, 'publisher'), 'name')),
      published: textOf(field(article, 'datePublished')),
      updated: textOf(field(article, 'dateModified')),
    }
  }
  return NOTHING
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null
