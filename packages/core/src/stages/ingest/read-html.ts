import type { Zone, ZoneKind } from '../../model/document.ts'
import type { RawItem } from '../../pipeline/layers.ts'
import { articleBlocks } from './html/article-blocks.ts'
import { type Block, parsePage } from './html/parse-page.ts'
import type { Fault } from './refuse.ts'
import { bareRecord, type SourceRecord } from './source-record.ts'

/** A page whose paragraphs have fewer letters than this in all holds no report. */
const MIN_ARTICLE = 80

const ZONE_OF: Readonly<Partial<Record<Block['kind'], ZoneKind>>> = {
  title: 'headline',
  heading: 'subheading',
  caption: 'caption',
}

const NO_ARTICLE: Fault = {
  code: 'no_article',
  text: "no report was found in the page: save the report's own page (not a list of reports or a page that loads it later), or paste its words into a .txt file",
}

const TOO_DEEP: Fault = {
  code: 'too_deep',
  text: 'the elements of the page are nested too deeply to be read: paste the words of its report into a .txt file',
}

/**
 * Reads the report out of a page. Its text is the report's blocks, a blank line between them; menus, comments and related
 * stories are left out. What the page says of itself becomes metadata.
 */
export const readHtml = (item: RawItem, html: string): SourceRecord | Fault => {
  const page = parsePage(html)
  if (page === null) return TOO_DEEP
  const blocks = articleBlocks(page)
  const letters = blocks
    .filter((b) => b.kind === 'paragraph')
    .reduce((sum, b) => sum + (b.text.match(/\p{L}/gu)?.length ?? 0), 0)
  if (letters < MIN_ARTICLE) return NO_ARTICLE
  const { text, zones } = joinBlocks(blocks)
  const { title, ...meta } = page.meta
  const heading = blocks.find((block) => block.kind === 'title')?.text ?? null
  return {
    ...bareRecord(item.name, text, item.bytes),
    ...meta,
    url: meta.url ?? item.url,
    title: heading ?? title,
    zones,
  }
}

const joinBlocks = (blocks: readonly Block[]): { readonly text: string; readonly zones: readonly Zone[] } => {
  const zones: Zone[] = []
  let text = ''
  for (const block of blocks) {
    if (text !== '') text += '\n\n'
    const start = text.length
    text += block.text
    const kind = ZONE_OF[block.kind]
    if (kind !== undefined) zones.push({ kind, start, end: text.length })
  }
  return { text, zones }
}
