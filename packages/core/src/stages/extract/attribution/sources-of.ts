import type { SourceMention } from '../../../model/claim.ts'
import type { ReadText } from '../../../text/read-text.ts'
import type { ClaimCore } from '../claim-core.ts'
import type { Layout } from '../layout.ts'
import type { Speech } from './speech.ts'

/** Who a claim rests on. `rule` says how it was understood. */
export interface Attributed {
  readonly sources: readonly SourceMention[]
  readonly rule: 'own' | 'quote' | 'carried' | 'none'
}

/** Who says a claim: what governs its sentence, or the speaker of a quotation that runs on. */
export const sourcesOf = (core: ClaimCore, layout: Layout, speeches: readonly Speech[]): Attributed => {
  const segment = layout.segmentOf[core.first] ?? 0
  const here = speeches.filter((speech) => speech.segment === segment)
  const own = nearest(core, here)
  if (own !== undefined)
    return { sources: mentions(layout.text, own, own.carried), rule: own.carried ? 'carried' : 'own' }
  const quoted = inQuotes(layout.text, core) ? speakerOfQuote(segment, speeches) : undefined
  if (quoted !== undefined) return { sources: mentions(layout.text, quoted, true), rule: 'quote' }
  return { sources: [], rule: 'none' }
}

const nearest = (core: ClaimCore, speeches: readonly Speech[]): Speech | undefined => {
  const anchor = core.number.first
  let best: Speech | undefined
  let bestCost = Infinity
  for (const speech of speeches) {
    if (!speech.content.some((range) => range.first <= anchor && anchor < range.last)) continue
    if (best !== undefined && isChain(speech, best)) {
      best = speech
      continue
    }
    const cost = speech.cue.first > anchor ? speech.cue.first - anchor : anchor - speech.cue.last
    if (cost >= bestCost) continue
    best = speech
    bestCost = cost
  }
  return best
}

/** "television reported, citing the ministry": the ministry's word, through the television. */
const isChain = (longer: Speech, shorter: Speech): boolean =>
  longer.speakers.length > shorter.speakers.length &&
  shorter.speakers.every((speaker) => longer.speakers.some((other) => other.first === speaker.first))

const mentions = (text: ReadText, speech: Speech, carried: boolean): readonly SourceMention[] =>
  speech.speakers.flatMap((speaker) => {
    const start = text.tokens[speaker.first]?.start
    const end = text.tokens[speaker.last - 1]?.end
    if (start === undefined || end === undefined) return []
    return [
      {
        start,
        end,
        text: text.content.slice(start, end),
        type: speaker.type,
        certainty: carried ? 'implied' : 'stated',
      } as const,
    ]
  })

/** No quotation in news is longer than this many tokens. */
const LONGEST_QUOTE = 2000

/** Whether the words before a claim, in its line, leave a quotation open. */
const inQuotes = (text: ReadText, core: ClaimCore): boolean => {
  const sentence = text.sentences[core.sentence]
  if (sentence === undefined) return false
  let open = false
  for (let at = core.first - 1; at >= Math.max(0, core.first - LONGEST_QUOTE); at--) {
    const token = text.tokens[at]
    if (token === undefined || text.sentences[token.sentence]?.paragraph !== sentence.paragraph) break
    if (token.text === '“') return true
    if (token.text === '”') return false
    if (token.text === '"') open = !open
  }
  return open
}

/** The speaker of the nearest sentence, looking back first. */
const speakerOfQuote = (segment: number, speeches: readonly Speech[]): Speech | undefined =>
  speeches.findLast((speech) => speech.segment < segment && speech.segment >= segment - 2) ??
  speeches.find((speech) => speech.segment > segment && speech.segment <= segment + 2)
