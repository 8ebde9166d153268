import type { Status } from '../../../model/claim.ts'
import type { Subgroup } from '../groups/subgroup.ts'
import type { Link } from '../linking/link-sentence.ts'
import { is, type View } from '../words/view.ts'
import { statusOfPhrase } from './status-of-phrase.ts'

/**
 * Who the people of a number are, by its sentence: its own words; a share of them said to be otherwise ("many of whom were
 * civilians" makes them mixed); for "others" and for numbers without a noun, the people counted just before.
 */
export const statusOfLink = (
  view: View,
  link: Link,
  links: readonly Link[],
  subgroups: readonly Subgroup[],
): Status => {
  const own = statusOfPhrase(view, link.phrase)
  const share = subgroups.find((subgroup) => subgroup.status !== null)
  if (own !== null) return isJoinedToOther(view, link, own) ? 'mixed' : own
  if (share !== undefined && share.status !== null)
    return share.groups !== undefined && share.status === 'civilian' && Object.keys(share.groups).length > 0
      ? 'unknown'
      : 'mixed'
  const before = links[links.indexOf(link) - 1]
  if (before === undefined || !(link.phrase.more || link.phrase.kind === 'bare')) return 'unknown'
  return statusOfLink(view, before, links, [])
}

/** "troops and civilians": the noun after "and" is of the other kind. */
const isJoinedToOther = (view: View, link: Link, own: Status): boolean => {
  const { last } = link.phrase
  if (!is(view, last, 'coordinator')) return false
  const noun = view.words.people.get(view.tokens[last + 1]?.lower ?? '')
  return noun?.number === 'plural' && noun.status !== null && noun.status !== own
}
