import type { Status } from '../../../model/claim.ts'
import type { Subgroup } from '../groups/subgroup.ts'
import type { Link } from '../linking/link.ts'
import { is, personNoun, type View } from '../words/view.ts'
import { statusOfPhrase } from './status-of-phrase.ts'

/**
 * Who the people of a number are, by its sentence: its own words; a share of them said to be otherwise ("many of whom were
 * civilians" makes them mixed); women and children among them; for "others" and for numbers without a noun, the people
 * counted beside them.
 */
export const statusOfLink = (
  view: View,
  link: Link,
  links: readonly Link[],
  subgroups: readonly Subgroup[],
): Status => {
  const own = statusOfPhrase(view, link.phrase) ?? statusSaid(view, link)
  const joined = statusOfJoined(view, link)
  if (own === null && link.reading.frame === 'lose' && !link.phrase.each) return 'combatant'
  if (own !== null) return joined !== null && joined !== own ? 'mixed' : own
  if (joined !== null) return joined
  const apposed = statusOfApposition(view, link, subgroups)
  if (apposed !== null) return apposed
  if (subgroups.some((subgroup) => isCivilianShare(link, subgroup))) return 'civilian'
  const share = subgroups.find((subgroup) => subgroup.partial && subgroup.status !== null)
  if (share !== undefined && Object.keys(share.groups).length === 0) return 'mixed'
  return statusBeside(view, link, links) ?? 'unknown'
}

/** "two victims, both farmers, were", "five people, civilians and soldiers, were": who stands between commas right after the number. */
const statusOfApposition = (view: View, link: Link, subgroups: readonly Subgroup[]): Status | null => {
  const { end, kind } = link.phrase
  if (kind !== 'person' || !is(view, end, 'comma')) return null
  const whole = subgroups.find(
    ({ first, status, others, partial }) => first === end && status !== null && !partial && others.length === 0,
  )
  if (whole !== undefined && !is(view, end + 1, 'subset')) return whole.status
  const told = new Set<Status>()
  let at = end + 1
  for (; !is(view, at, 'comma'); at++) {
    const noun = personNoun(view, at)
    if (noun === undefined ? !is(view, at, 'coordinator') : noun.number !== 'plural') return null
    if (noun?.status != null) told.add(noun.status)
  }
  if (at === end + 1 || told.size === 0) return null
  return told.size > 1 ? 'mixed' : ([...told][0] ?? null)
}

/** "troops and civilians", "members and commanders": the status of a bare plural after "and". */
const statusOfJoined = (view: View, link: Link): Status | null => {
  const { last } = link.phrase
  if (!is(view, last, 'coordinator')) return null
  const noun = personNoun(view, last + 1)
  return noun !== undefined && noun.number !== 'singular' ? noun.status : null
}

/** Women and children together, or groups that make half of the number, are no soldiers. */
const isCivilianShare = (link: Link, { groups }: Subgroup): boolean => {
  if (groups.women !== undefined && groups.children !== undefined) return true
  const counted = Object.values(groups).reduce((sum, bounds) => sum + (bounds.low ?? 0), 0)
  return link.phrase.low !== null && counted * 2 >= link.phrase.low
}

/** "all 12 were farmers": what a bare number is said to have been. */
const statusSaid = (view: View, { phrase, rule }: Link): Status | null =>
  rule === 'roster' && phrase.kind === 'bare' && is(view, phrase.last, 'be')
    ? (personNoun(view, phrase.last + 1)?.status ?? null)
    : null

/** The people counted just before, or, for "killed 28 and wounded 30 fighters", just after. */
const statusBeside = (view: View, link: Link, links: readonly Link[]): Status | null => {
  const { phrase } = link
  if (!phrase.more && phrase.kind !== 'bare') return null
  const at = links.indexOf(link)
  const before = links[at - 1]
  if (before !== undefined) {
    const status = statusOfPhrase(view, before.phrase) ?? statusBeside(view, before, links)
    if (status !== null) return status
  }
  const after = links[at + 1]
  if (after === undefined || phrase.kind !== 'bare' || !is(view, phrase.last, 'coordinator')) return null
  return after.trigger.first === phrase.last + 1 ? statusOfPhrase(view, after.phrase) : null
}
