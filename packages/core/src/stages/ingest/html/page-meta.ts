import type { Day } from '../../../model/time-range.ts'
import { dayFrom } from '../record-schema.ts'
import { articleFromLinkedData } from './linked-data.ts'

/** What a page says of itself in its head, its linked data and its <time> elements. */
export interface PageMeta {
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly published: Day | null
  readonly updated: Day | null
  readonly language: string | null
}

/** Gathers a page's metadata from the events of the parser. */
export interface MetaGatherer {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text(text: string): void
  close(name: string): void
  done(): PageMeta
}

/** The names of <meta> elements that tell each thing, the most trustworthy first. */
const NAMES = {
  title: ['og:title', 'twitter:title', 'dc.title', 'headline'],
  outlet: ['og:site_name', 'application-name', 'dc.publisher', 'publisher'],
  url: ['og:url'],
  published: [
    'article:published_time',
    'datepublished',
    'og:published_time',
    'date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publish_date',
    'parsely-pub-date',
    'sailthru.date',
    'dc.date',
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.created',
    'article.published',
  ],
  updated: [
    'article:modified_time',
    'datemodified',
    'og:updated_time',
    'lastmod',
    'last-modified',
    'dcterms.modified',
    'article.updated',
  ],
} as const

/** Starts gathering. */
export const metaFrom = (): MetaGatherer => {
  const metas = new Map<string, string>()
  const scripts: string[] = []
  let times: string[] = []
  let title = ''
  let canonical: string | null = null
  let language: string | null = null
  let inTitle = false
  let inLinkedData = false
  return {
    open: (name, attributes) => {
      if (name === 'html') language = attributes.lang ?? attributes['xml:lang'] ?? null
      if (name === 'title' && title === '') inTitle = true
      if (name === 'link' && /\bcanonical\b/i.test(attributes.rel ?? '')) canonical = attributes.href ?? null
      if (name === 'time' && attributes.datetime !== undefined && times.length < 50)
        times = [...times, attributes.datetime]
      if (name === 'script' && /ld\+json/i.test(attributes.type ?? '')) {
        inLinkedData = true
        scripts.push('')
      }
      const key = (attributes.property ?? attributes.name ?? attributes.itemprop)?.toLowerCase()
      const content = attributes.content ?? (attributes.itemprop === undefined ? undefined : attributes.datetime)
      if (key !== undefined && content !== undefined && content.trim() !== '' && !metas.has(key))
        metas.set(key, content.trim())
    },
    text: (text) => {
      if (inTitle) title += text
      if (inLinkedData) scripts[scripts.length - 1] += text
    },
    close: (name) => {
      if (name === 'title') inTitle = false
      if (name === 'script') inLinkedData = false
    },
    done: () => {
      const article = articleFromLinkedData(scripts)
      const of = (field: keyof typeof NAMES): string | null =>
        NAMES[field].map((name) => metas.get(name)).find((v) => v !== undefined) ?? null
      const dayOf = (field: 'published' | 'updated'): Day | null =>
        NAMES[field].map((name) => machineDay(metas.get(name) ?? '')).find((day) => day !== null) ?? null
      return {
        title: of('title') ?? article.title ?? (title.replace(/\s+/g, ' ').trim() || null),
        outlet: of('outlet') ?? article.outlet,
        url: canonical ?? of('url'),
        published:
          dayOf('published') ??
          machineDay(article.published ?? '') ??
          times.map(machineDay).find((day) => day !== null) ??
          null,
        updated: dayOf('updated') ?? machineDay(article.updated ?? ''),
        language: language === null ? null : (/^[a-z]{2}(?=$|[-_])/i.exec(language)?.[0].toLowerCase() ?? null),
      }
    },
  }
}

/** The day of a date as machines write it: ISO 8601, or the form of mail and HTTP (`Tue, 21 Jan 2020 10:00:00 GMT`). */
const machineDay = (value: string): Day | null => {
  const iso = dayFrom(value)
  if (iso !== null || !/^(?:\w{3}, )?\d{1,2} \w{3} \d{4} /.test(value)) return iso
  const ms = Date.parse(value)
  return Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : null
}
