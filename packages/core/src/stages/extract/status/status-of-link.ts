import type { Status } from '../../../model/claim.ts'
import type { Subgroup } from '../groups/subgroup.ts'
import type { Link } from '../linking/link.ts'
import { is, type View } from '../words/view.ts'
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
  const own = statusOfPhrase(view, link.phrase)
  const joined = statusOfJoined(view, link)
  if (own === null && link.reading.frame === 'lose') return 'combatant'
  if (own !== null) return joined !== null && joined !== own ? 'mixed' : own
  if (joined !== null) return joined
  if (subgroups.some((subgroup) => isCivilianShare(link, subgroup))) return 'civilian'
  const share = subgroups.find((subgroup) => subgroup.partial && subgroup.status !== null)
  if (share !== undefined && Object.keys(share.groups).length === 0) return 'mixed'
  return statusBeside(view, link, links) ?? 'unknown'
}

/** "troops and civilians", "members and commanders": the status of a bare plural after "and". */
const statusOfJoined = (view: View, link: Link): Status | null => {
  const { last } = link.phrase
  if (!is(view, last, 'coordinator')) return null
  const noun = view.words.people.get(view.tokens[last + 1]?.lower ?? '')
  return noun !== undefined && noun.number !== 'singular' ? noun.status : null
}

/** Women and children together, or groups that make half of the number, are no soldiers. */
const isCivilianShare = (link: Link, { groups }: Subgroup): boolean => {
  if (groups.women !== undefined && groups.children !== undefined) return true
  const counted = Object.values(groups).reduce((sum, bounds) => sum + (bounds.low ?? 0), 0)
  return link.phrase.low !== null && counted * 2 >= link.phrase.low
}

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
