import type { Story } from '../story.ts'
import type { TimeExpression } from './find-times.ts'
import type { Days } from './resolve-time.ts'

/** Sentences between the start of a fight and its next day, and days that it may last, for the two to be of one. */
const BESIDE = 4
const LONGEST = 3

/**
 * The days of a fight of which the text tells the start ("the assault launched on Thursday") and, beside it, a later day
 * ("pulled back on Friday"): from the one to the other. Of any other time its own days.
 */
export const fightOf = (time: TimeExpression, story: Story): Days => {
  const points = story.layout.times.filter((other) => isPoint(other, story) && areBeside(other, time, story))
  for (const start of points) {
    if (!isLaunch(start, story)) continue
    const ends = points.filter((other) => isWithin(other, start))
    const last = Math.max(...ends.map((end) => end.days.to))
    const isOf = time === start || ends.some((end) => end.days.to === time.days.to && end.days.from === time.days.from)
    if (ends.length > 0 && isOf) return { from: start.days.from, to: last }
  }
  return time.days
}

const isPoint = (time: TimeExpression, story: Story): boolean =>
  time.role === 'at' &&
  !time.vague &&
  time.days.from === time.days.to &&
  !story.spoken.has(time) &&
  !story.background.has(time) &&
  story.violent.has(story.layout.segmentOf[time.first] ?? 0)

const areBeside = (a: TimeExpression, b: TimeExpression, story: Story): boolean =>
  Math.abs((story.layout.segmentOf[a.first] ?? 0) - (story.layout.segmentOf[b.first] ?? 0)) <= BESIDE

/** "the assault launched on Thursday": a participle between the word for the fight and the day. */
const isLaunch = (time: TimeExpression, story: Story): boolean =>
  story.words.get(time.first - 1) === 'begin' && story.attackAt.has(time.first - 2)

const isWithin = (later: TimeExpression, start: TimeExpression): boolean =>
  later.days.to > start.days.to && later.days.to - start.days.to <= LONGEST
