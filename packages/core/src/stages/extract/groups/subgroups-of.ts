import type { Link } from '../linking/link.ts'
import type { SentenceView } from '../linking/sentence-view.ts'
import type { Subgroup } from './subgroup.ts'

/** The subgroups told with a number: those whose nearest claimed number before them it is. */
export const subgroupsOf = (s: SentenceView, link: Link, links: readonly Link[]): readonly Subgroup[] =>
  s.subgroups.filter((subgroup) => {
    if (subgroup.last === link.phrase.first) return true
    if (link.phrase.first >= subgroup.first) return false
    return !links.some((other) => other.phrase.first > link.phrase.first && other.phrase.first < subgroup.first)
  })
