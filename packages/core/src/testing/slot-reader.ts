import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { Context } from '../pipeline/stage.ts'
import type { ClaimCore, ClaimSlots, DocumentFrame } from '../stages/extract/claim-core.ts'
import { fillSlots } from '../stages/extract/fill-slots.ts'
import { readEnglish } from '../text/read-english.ts'
import { type GoldClaim, goldCores } from './gold-cores.ts'
import { loadLexicon } from './lexicons.ts'

const lexicon = loadLexicon('en')

/** A gazetteer of nothing: places are told by their cues alone. */
export const NO_GAZETTEER: Gazetteer = {
  version: 'none',
  lookup: () => [],
  known: () => null,
  areaAt: () => null,
  pcode: () => null,
  side: () => null,
  homes: [],
  area: () => null,
}

/** What the rules of extraction may use in tests. */
export const TEST_CONTEXT: Context = {
  today: '2024-12-31',
  lexicons: new Map([['en', lexicon]]),
  gazetteer: NO_GAZETTEER,
}

/** A document of a test, published on a Wednesday. */
export const frameOf = (content: string, published: string | null = '2024-03-13'): DocumentFrame => ({
  text: readEnglish(content, lexicon),
  zones: [],
  published,
  outlet: null,
})

/** Cores of the passages that a test marks in its text with `[` and `]`, with the text without the marks. */
export const markedCores = (
  marked: string,
  published?: string | null,
): { readonly frame: DocumentFrame; readonly cores: readonly ClaimCore[] } => {
  const content = marked.replaceAll(/[[\]]/g, '')
  const frame = frameOf(content, published)
  const claims = [...marked.matchAll(/\[([^\]]*)\]/g)].map((match, i) => {
    const start = match.index - 2 * i
    const quote = match[1] ?? ''
    const number = Number(/\d+/.exec(quote)?.[0] ?? 1)
    const claim: GoldClaim = {
      doc: 'd',
      id: String(i),
      start,
      end: start + quote.length,
      metric: 'killed',
      low: number,
      high: number,
      hedge: 'exact',
      status: 'unknown',
      scope: 'incident',
      places: [],
      from: null,
      to: null,
      means: null,
      actors: [],
      sources: [],
    }
    return claim
  })
  return { frame, cores: goldCores(frame.text, claims) }
}

/** The slots of the passages that a text marks. */
export const slotsOf = (marked: string, published?: string | null): readonly ClaimSlots[] => {
  const { frame, cores } = markedCores(marked, published)
  return fillSlots(frame, cores, TEST_CONTEXT)
}
