import { Parser } from 'htmlparser2'
import { isHidden, isSetAside } from './clutter-marks.ts'
import { metaFrom, type PageMeta } from './page-meta.ts'

/** A block of a page's words: a paragraph, a heading, a caption. */
export interface Block {
  readonly kind: 'heading' | 'title' | 'caption' | 'paragraph'
  readonly text: string
  /** Characters of it that stand in links. */
  readonly linked: number
  /** The elements it stands in, innermost first; numbers name elements of this page. */
  readonly path: readonly number[]
  /** Whether it stands in a part of the page that its markup sets aside (navigation, comments, related stories). */
  readonly aside: boolean
}

/** What a page holds: its blocks, what its head says, and which elements its markup calls the article. */
export interface Page {
  readonly blocks: readonly Block[]
  readonly meta: PageMeta
  readonly articles: ReadonlySet<number>
}

interface Open {
  readonly id: number
  readonly name: string
  readonly aside: boolean
  readonly hidden: boolean
  /** Whether it is, or stands in, an article. */
  readonly article: boolean
}

const UNREAD = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'select',
  'button',
  'object',
  'math',
  'head',
])
const BLOCKS = new Set(
  'address article aside blockquote body br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td th tr ul'.split(
    ' ',
  ),
)
const HEADINGS = new Set(['h2', 'h3', 'h4', 'h5', 'h6'])
/** Blocks know at most so many of the elements around them; deeper pages are made to trap readers. */
const MAX_PATH = 24
/** Stands for the page around all elements. */
const ROOT = -1

/** Pages nested deeper than this are made to trap readers: a parser's time grows with the square of the depth. */
const MAX_DEPTH = 2000

/** Reads a page once; time and memory grow with its length alone. Null for a page that is nested too deeply. */
export const parsePage = (html: string): Page | null => {
  const open: Open[] = []
  const blocks: Block[] = []
  const articles = new Set<number>()
  const meta = metaFrom()
  let ids = 0
  let words: string[] = []
  let linked = 0
  let links = 0
  let tooDeep = false

  const flush = (): void => {
    const text = words.join('').replace(/\s+/g, ' ').trim()
    if (text !== '') {
      const path = [
        ...open
          .slice(-MAX_PATH)
          .reverse()
          .map((element) => element.id),
        ROOT,
      ]
      const aside = open[open.length - 1]?.aside ?? false
      blocks.push({ kind: kindOf(open), text, linked: Math.min(linked, text.length), path, aside })
    }
    words = []
    linked = 0
  }
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (open.length >= MAX_DEPTH) {
          tooDeep = true
          parser.pause()
          return
        }
        meta.open(name, attributes)
        if (BLOCKS.has(name)) flush()
        const above = open[open.length - 1]
        const hidden = (above?.hidden ?? false) || UNREAD.has(name) || isHidden(attributes)
        const aside = (above?.aside ?? false) || isSetAside(name, attributes, above?.article ?? false)
        const article = (above?.article ?? false) || name === 'article' || name === 'main'
        open.push({ id: ids++, name, aside, hidden, article })
        if (name === 'a') links++
        if (name === 'article' || /articleBody/.test(attributes.itemprop ?? '')) articles.add(ids - 1)
      },
      ontext: (text) => {
        meta.text(text)
        if (open[open.length - 1]?.hidden) return
        words.push(text)
        if (links > 0) linked += text.trim().length
      },
      onclosetag: (name) => {
        meta.close(name)
        if (BLOCKS.has(name)) flush()
        if (name === 'a') links--
        open.pop()
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.end(html)
  if (tooDeep) return null
  flush()
  return { blocks, meta: meta.done(), articles }
}

const kindOf = (open: readonly Open[]): Block['kind'] => {
  for (let i = open.length - 1; i >= Math.max(0, open.length - MAX_PATH); i--) {
    const name = open[i]?.name ?? ''
    if (name === 'h1') return 'title'
    if (HEADINGS.has(name)) return 'heading'
    if (name === 'figcaption') return 'caption'
  }
  return 'paragraph'
}
