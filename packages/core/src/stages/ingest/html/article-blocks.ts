import type { Block, Page } from './parse-page.ts'

/** A paragraph shorter than this tells nothing of where the report is. */
const MIN_PARAGRAPH = 40
/** More than this share of a block in links makes it a list of links. */
const MAX_LINKED = 0.5
/** How much a paragraph counts for the elements around it: its parent, the one around that, and so on. */
const SHARES = [1, 0.6, 0.35, 0.2]
/** An element that its markup calls the article counts so much more. */
const ARTICLE_BONUS = 1.5
/** Elements beside the best one belong to the report when they score at least this share of it. */
const SIBLING_SHARE = 0.2
/** Stands for no element: elements of a page count from 0, and the page around them is -1. */
const NONE = -2

/**
 * The blocks of a page's report: each paragraph speaks for the elements around it, the element with the most wins, and
 * what stands in it, or in its like beside it, and is neither set aside nor a list of links, is the report.
 */
export const articleBlocks = (page: Page): readonly Block[] => {
  const readable = page.blocks.filter((block) => !block.aside)
  const scores = scoresOf(readable, page.articles)
  const [best] = [...scores].reduce<readonly [number, number]>(
    (top, entry) => (entry[1] > top[1] ? entry : top),
    [NONE, 0],
  )
  if (best === NONE) return []
  const around = parentOf(readable, best)
  const floor = (scores.get(best) ?? 0) * SIBLING_SHARE
  const belongs = (block: Block): boolean => {
    if (block.path.includes(best)) return true
    const at = around === null ? -1 : block.path.indexOf(around)
    if (at >= 0 && block.kind === 'caption') return true
    const sibling = at > 0 ? block.path[at - 1] : undefined
    return sibling !== undefined && (scores.get(sibling) ?? 0) >= floor
  }
  const title = readable.find((block) => block.kind === 'title')
  const chosen = readable.filter((block) => block === title || (belongs(block) && !isLinkList(block)))
  return trimHeadings(chosen)
}

const scoresOf = (blocks: readonly Block[], articles: ReadonlySet<number>): ReadonlyMap<number, number> => {
  const scores = new Map<number, number>()
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.text.length < MIN_PARAGRAPH || isLinkList(block)) continue
    const commas = block.text.match(/[,\u060c\u3001]/g)?.length ?? 0
    const worth = 1 + Math.min(block.text.length / 100, 3) + Math.min(commas, 3) * 0.5
    // A paragraph's own element speaks for nothing but itself: its parents do.
    SHARES.forEach((share, depth) => {
      const element = block.path[depth + 1]
      if (element === undefined) return
      const bonus = articles.has(element) ? ARTICLE_BONUS : 1
      scores.set(element, (scores.get(element) ?? 0) + worth * share * bonus)
    })
  }
  return scores
}

const isLinkList = (block: Block): boolean => block.linked > block.text.length * MAX_LINKED

const parentOf = (blocks: readonly Block[], element: number): number | null => {
  for (const block of blocks) {
    const at = block.path.indexOf(element)
    if (at >= 0) return block.path[at + 1] ?? null
  }
  return null
}

/** Headings with nothing under them at the end belong to what was left out. */
const trimHeadings = (blocks: readonly Block[]): readonly Block[] => {
  const last = blocks.findLastIndex((block) => block.kind !== 'heading')
  return blocks.slice(0, last + 1)
}
