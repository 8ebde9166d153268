import type { Speech } from './attribution/speech.ts'
import type { ClaimCore } from './claim-core.ts'
import type { TimeExpression } from './dates/find-times.ts'
import type { DiscourseClass, DiscourseWords } from './discourse.ts'
import type { Layout, Segment } from './layout.ts'

/** "said on Monday", whoever said it; "told reporters on Monday", "the monitor on Monday said". */
export const isSpoken = (
  layout: Layout,
  time: TimeExpression,
  speeches: readonly Speech[],
  cueEnds: ReadonlySet<number>,
): boolean => {
  if (cueEnds.has(time.first)) return true
  const segment = layout.segmentOf[time.first]
  return speeches.some((speech) => {
    if (speech.segment !== segment || speech.cue.last > layout.text.tokens.length) return false
    const after = time.first - speech.cue.last
    // "said that on Monday …": the day is of what is said.
    if (after === 1 && layout.text.tokens[speech.cue.last]?.tag === 'SCONJ') return false
    if (after >= 0 && after <= 1) return true
    if (after > 1 && after <= 6) return noVerb(layout, speech.cue.last, time.first)
    const before = speech.cue.first - time.last
    const speaker = speech.speakers[0]
    if (speaker !== undefined && opensSpeech(layout, time, speaker.first, speech.cue.first - speaker.last)) return true
    return (
      before >= 0 &&
      before <= 1 &&
      speaker !== undefined &&
      speaker.last <= time.first &&
      time.first - speaker.last <= 2
    )
  })
}

/** "On Wednesday, the Front said in a statement": a day, a mark, the speaker and the word for speaking. */
const opensSpeech = (layout: Layout, { first, last, vague }: TimeExpression, speaker: number, gap: number): boolean =>
  !vague &&
  layout.segments[layout.segmentOf[first] ?? 0]?.first === first &&
  layout.text.tokens[last]?.text === ',' &&
  speaker > last &&
  speaker - last <= 2 &&
  gap >= 0 &&
  gap <= 1

/** "said Friday's strike …", "claimed Tuesday's attacks": the day belongs to the attack, whatever verb stands before it. */
export const isAttackDay = (layout: Layout, time: TimeExpression, attackAt: ReadonlySet<number>): boolean => {
  const next = layout.text.tokens[time.last]
  const possessive = next?.tag === 'PART' && /^['’]/.test(next.text)
  const noun = possessive ? time.last + 1 : time.last
  return (
    [noun, noun + 1].some((at) => attackAt.has(at) && layout.text.tokens[at]?.tag !== 'VERB') && next?.tag !== 'ADP'
  )
}

/** "released on Friday", "on Monday blamed": the day of a deed of words. */
export const isStated = (time: TimeExpression, words: DiscourseWords): boolean =>
  words.get(time.first - 1) === 'stated' || words.get(time.last) === 'stated' || words.get(time.last) === 'claimed'

/** "the death toll rose to 17 on Wednesday": the day on which people were counted, not that of the harm. */
export const datesToll = (time: TimeExpression, cores: readonly ClaimCore[]): boolean =>
  cores.some((core) => core.rule.startsWith('toll') && core.last === time.first)

/** "in response to the attack on Tuesday": the day of what came before, not of what the sentence tells. */
export const isBackground = (layout: Layout, time: TimeExpression, words: DiscourseWords): boolean => {
  const segment = layout.segmentOf[time.first]
  for (let at = time.first - 1; at >= time.first - BACK && layout.segmentOf[at] === segment; at--)
    if (words.get(at) === 'background') return true
  return false
}

/** "the offensive that began on Friday": the start of a fight that goes on; it opens no account of its own. */
export const isStart = (
  layout: Layout,
  time: TimeExpression,
  words: DiscourseWords,
  small: ReadonlyMap<string, string>,
): boolean =>
  [time.first - 1, time.first - 2].some((verb) => {
    const opener = small.get(layout.text.tokens[verb - 1]?.lower ?? '')
    return words.get(verb) === 'begin' && (opener === 'who' || opener === 'that')
  })

/** "on Sunday claimed to have killed", "claimed responsibility on Sunday": the harm was at some time before. */
export const isOwnedUp = (layout: Layout, time: TimeExpression, words: DiscourseWords): boolean => {
  const segment = layout.segmentOf[time.first]
  for (let at = time.first - OWNING; at < time.last + 2; at++)
    if (words.get(at) === 'claimed' && layout.segmentOf[at] === segment) return true
  return false
}

/** Tokens from a claim of responsibility to its day. */
const OWNING = 5

/** Tokens that the account of what came before may run to its day. */
const BACK = 16

const noVerb = (layout: Layout, first: number, last: number): boolean => {
  for (let at = first; at < last; at++) {
    const token = layout.text.tokens[at]
    if (token?.tag === 'VERB' || token?.tag === 'AUX' || token?.tag === 'NUM' || token?.tag === 'SCONJ') return false
  }
  return true
}

/** "26 were also killed", "another raid killed 26": not the attack told before, unless it is named again ("also killed in the raid"). */
export const tellsAlso = (
  segment: Segment,
  layout: Layout,
  cores: readonly ClaimCore[],
  words: DiscourseWords,
  refersBack: (core: ClaimCore) => boolean,
): boolean =>
  cores.some((core) => {
    if (layout.segmentOf[core.first] !== segment.index || refersBack(core)) return false
    if (core.also) return true
    for (let at = segment.first; at < core.first; at++) if (words.get(at) === 'another') return true
    for (let at = core.first; at < core.last; at++) if (words.get(at) === 'also') return true
    return false
  })

/** "in the attack", "by the same blast": a claim tied to an attack that the text takes as known. */
export const refersBack = (
  core: ClaimCore,
  layout: Layout,
  attackAt: ReadonlySet<number>,
  small: ReadonlyMap<string, string>,
): boolean => {
  const segment = layout.segmentOf[core.first]
  const isKnown = (at: number): boolean => {
    if (small.get(layout.text.tokens[at]?.lower ?? '') !== 'definite') return false
    for (let noun = at + 1; noun <= at + MODIFIERS; noun++) if (attackAt.has(noun)) return true
    return false
  }
  for (let at = core.last; at < core.last + BESIDE && layout.segmentOf[at] === segment; at++) {
    const tag = layout.text.tokens[at]?.tag
    if (tag === 'PUNCT' || tag === 'CCONJ') break
    if (isKnown(at)) return true
  }
  if (core.trigger >= core.number.first) return false
  for (let at = core.first - 1; at >= core.first - BEFORE && layout.segmentOf[at] === segment; at--) {
    const tag = layout.text.tokens[at]?.tag
    if (tag === 'VERB') return false
    if (isKnown(at)) return true
  }
  return false
}

/** Tokens within which the attack is named behind a claim, or before it as its subject, and between an article and its noun. */
const BESIDE = 6
const BEFORE = 12
const MODIFIERS = 3

export const opensAnother = (
  layout: Layout,
  segment: Segment,
  classAt: (token: number) => DiscourseClass | undefined,
): boolean => {
  for (let at = segment.first; at < Math.min(segment.first + 4, segment.last); at++) {
    if (classAt(at) === 'break') return true
    const tag = layout.text.tokens[at]?.tag
    if (tag === 'VERB' || tag === 'AUX') return false
  }
  return false
}

/** The day that each segment tells of an attack on, where it names one; the day of a meeting parts no attacks. */
export const daysOf = (
  layout: Layout,
  spoken: ReadonlySet<TimeExpression>,
  violent: ReadonlySet<number>,
): ReadonlyMap<number, TimeExpression> => {
  const days = new Map<number, TimeExpression>()
  for (const time of layout.times) {
    const segment = layout.segmentOf[time.first] ?? 0
    const isDay = time.role === 'at' && !time.vague && !spoken.has(time) && violent.has(segment)
    if (isDay && !days.has(segment)) days.set(segment, time)
  }
  return days
}

/** How many other attacks have been opened up to each segment. */
export const breaksOf = (
  layout: Layout,
  days: ReadonlyMap<number, TimeExpression>,
  opens: (segment: Segment) => boolean,
): Int32Array => {
  const count = new Int32Array(layout.segments.length)
  let day: TimeExpression | undefined
  /** Whether the sentence before opened another attack and told no day: a day told now is that attack's. */
  let opened = false
  for (const segment of layout.segments) {
    const own = days.get(segment.index)
    const opening = opens(segment)
    const other = own !== undefined && day !== undefined && !opened && !meet(own, day)
    if (own !== undefined) day = own
    opened = opening && own === undefined
    count[segment.index] = (count[segment.index - 1] ?? 0) + (other || opening ? 1 : 0)
  }
  return count
}

export const meet = (a: TimeExpression, b: TimeExpression): boolean =>
  (a.days.from ?? a.days.to) <= b.days.to && (b.days.from ?? b.days.to) <= a.days.to
