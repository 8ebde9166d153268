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
  /** Whether it is, or stands in, a link. */
  readonly link: boolean
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
  const articles = new Set<number>()
  const meta = metaFrom()
  const gathered = blockGatherer(open)
  let ids = 0
  let tooDeep = false
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (open.length >= MAX_DEPTH) {
          tooDeep = true
          parser.pause()
          return
        }
        meta.open(name, attributes)
        gathered.edge(name)
        open.push(openedWithin(open[open.length - 1], ids, name, attributes))
        if (name === 'article' || /articleBody/.test(attributes.itemprop ?? '')) articles.add(ids)
        ids++
      },
      ontext: (text) => {
        meta.text(text)
        gathered.text(text)
      },
      onclosetag: (name) => {
        meta.close(name)
        gathered.edge(name)
        open.pop()
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.end(html)
  return tooDeep ? null : { blocks: gathered.done(), meta: meta.done(), articles }
}

/** What an element inherits from the one around it. */
const openedWithin = (
  above: Open | undefined,
  id: number,
  name: string,
  attributes: Readonly<Record<string, string>>,
): Open => ({
  id,
  name,
  hidden: (above?.hidden ?? false) || UNREAD.has(name) || isHidden(attributes),
  aside: (above?.aside ?? false) || isSetAside(name, attributes, above?.article ?? false),
  article: (above?.article ?? false) || name === 'article' || name === 'main',
  link: (above?.link ?? false) || name === 'a',
})

interface BlockGatherer {
  /** An element of this name begins or ends. */
  edge(name: string): void
  text(text: string): void
  done(): readonly Block[]
}

/** Gathers words into blocks; `open` are the elements that are open at each moment. */
const blockGatherer = (open: readonly Open[]): BlockGatherer => {
  const blocks: Block[] = []
  let words: string[] = []
  let linked = 0
  const flush = (): void => {
    const text = words.join('').replace(/\s+/g, ' ').trim()
    const around = open.slice(-MAX_PATH).reverse()
    const path = [...around.map((element) => element.id), ROOT]
    const aside = around[0]?.aside ?? false
    if (text !== '') blocks.push({ kind: kindOf(around), text, linked: Math.min(linked, text.length), path, aside })
    words = []
    linked = 0
  }
  return {
    edge: (name) => {
      if (BLOCKS.has(name)) flush()
    },
    text: (text) => {
      const inner = open[open.length - 1]
      if (inner?.hidden) return
      words.push(text)
      if (inner?.link) linked += text.trim().length
    },
    done: () => {
      flush()
      return blocks
    },
  }
}

/** What a block is by the elements around it, innermost first. */
const kindOf = (around: readonly Open[]): Block['kind'] => {
  for (const { name } of around) {
    if (name === 'h1') return 'title'
    if (HEADINGS.has(name)) return 'heading'
    if (name === 'figcaption') return 'caption'
  }
  return 'paragraph'
}
