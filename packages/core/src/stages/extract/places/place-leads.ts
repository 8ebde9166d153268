import type { Toponym } from '../../../toponyms/toponym.ts'
import type { DiscourseClass } from '../discourse.ts'
import type { Story } from '../story.ts'

/** What the words before a place say of it. */
export interface Lead {
  /** Whether it is where somebody stood or is stationed. */
  readonly posted: boolean
  /** Whether people come from it or go to it. */
  readonly away: boolean
  readonly toward: boolean
  /** Whether the wounded or the dead were brought there. */
  readonly carried: boolean
  /** Whether somebody was taken there. */
  readonly seized: boolean
  /** Whether it is told of what came before the attack ("in response to the raid on X"). */
  readonly before: boolean
}

/** What leads to a place: a verb that posts somebody there, a word for whence or whither. */
export const leadOf = (place: Toponym, story: Story): Lead => {
  const isNear = (wanted: DiscourseClass, reach: number): boolean => {
    for (let back = 0; back < reach; back++) if (story.words.get(place.first - back) === wanted) return true
    return false
  }
  return {
    posted: isNear('posted', 6) || isPost(place, story),
    away: isNear('away', 3),
    toward: isNear('toward', 3),
    carried: isNear('carried', 6),
    seized: isNear('seized', 5),
    before: isNear('background', 16),
  }
}

/** "X-based rebels", not "X, located in Y": somebody's post is told by what follows it with no preposition. */
const isPost = (place: Toponym, story: Story): boolean =>
  [place.last, place.last + 1].some(
    (at) => story.words.get(at) === 'posted' && !LEADS_ON.has(story.layout.text.tokens[at + 1]?.tag ?? ''),
  )

/** "X, located in Y", "X located about 40 kilometres from Y": where a place itself lies. */
const LEADS_ON: ReadonlySet<string> = new Set(['ADP', 'ADV', 'NUM'])

/** "attacks on Teldo, including in Vel": one of several places, after the name for them all. */
export const isIncluded = (place: Toponym, story: Story): boolean =>
  [1, 2, 3].some((back) => story.small.get(story.layout.text.tokens[place.first - back]?.lower ?? '') === 'including')

export const inParentheses = (place: Toponym, story: Story): boolean => {
  for (let at = place.first - 1; at > place.first - 6; at--) {
    const text = story.layout.text.tokens[at]?.text
    if (text === ')') return false
    if (text === '(') return true
  }
  return false
}
