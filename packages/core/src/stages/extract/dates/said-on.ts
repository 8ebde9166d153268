import type { Story } from '../story.ts'
import type { TimeExpression } from './find-times.ts'

/** "'Twelve were killed today', he said on Tuesday": the speaker's own day, where the sentence tells when he spoke. */
export const saidOn = (time: TimeExpression, story: Story): TimeExpression['days'] | null => {
  const { layout, spoken } = story
  const back = SPEAKERS_OWN.get(time.meaning)
  if (back === undefined) return null
  const segment = layout.segmentOf[time.first]
  const said = layout.times.filter((other) => spoken.has(other) && layout.segmentOf[other.first] === segment)
  const day = said[0] ?? (isQuoted(time, story) ? lastSaid(time, story) : undefined)
  if (
    day === undefined ||
    said.length > 1 ||
    day === time ||
    SPEAKERS_OWN.has(day.meaning) ||
    day.days.from !== day.days.to
  )
    return null
  return { from: day.days.to - back, to: day.days.to - back }
}

/** The day on which somebody last spoke before a quotation. */
const lastSaid = (time: TimeExpression, { layout, spoken }: Story): TimeExpression | undefined =>
  layout.times.findLast(
    (other) => other.last <= time.first && time.sentence - other.sentence <= STATEMENT && spoken.has(other),
  )

/** Sentences that an account of one statement takes. */
const STATEMENT = 4

/** Within quotation marks, as far as its line tells. */
const isQuoted = (time: TimeExpression, { layout: { text } }: Story): boolean => {
  const paragraph = text.sentences[time.sentence]?.paragraph
  let open = false
  for (let at = time.first - 1; at >= Math.max(0, time.first - LONGEST_QUOTE); at--) {
    const token = text.tokens[at]
    if (token === undefined || text.sentences[token.sentence]?.paragraph !== paragraph) break
    if (token.text === '“') return true
    if (token.text === '”') return false
    if (token.text === '"') open = !open
  }
  return open
}
const LONGEST_QUOTE = 2000

/** Words for a day that are counted from whoever speaks, and how many days back. */
const SPEAKERS_OWN: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['yesterday', 1],
])
