import { type CountClaim, isCountClaim } from '../../model/claim.ts'
import { type Copies, witnessDocuments } from '../../origins/witness-documents.ts'
import type { Decisions } from './constraints.ts'
import type { Report } from './link-document.ts'

/**
 * Reports that only repeat another document's, and the report that each repeats. They go where the original goes, and have
 * no say in the grouping: so a copy never changes a figure. A report that somebody judged speaks for itself.
 */
export const followersOf = (
  reports: readonly Report[],
  copies: Copies,
  decisions: Decisions,
): ReadonlyMap<Report, Report> => {
  const claims = reports.flatMap((report) => report.items.map((item) => item.claim))
  const witness = witnessDocuments(claims, copies)
  const judged = new Set([...decisions.must, ...decisions.cannot].flat())
  const bySaying = new Map<string, Report>()
  for (const report of reports)
    for (const item of report.items)
      if (isCountClaim(item.claim)) {
        for (const saying of sayingsOf(item.document, item.claim, item.place)) {
          const other = bySaying.get(saying)
          if (other === undefined || report.key < other.key) bySaying.set(saying, report)
        }
      }
  const leaderOf = (report: Report): Report | null => {
    const counted = report.items.filter((item) => isCountClaim(item.claim))
    if (counted.length === 0 || counted.some((item) => judged.has(item.key))) return null
    const leaders = new Set(
      counted.map((item) => {
        const source = witness.get(item.claim.id) ?? item.document
        if (source === item.document || !isCountClaim(item.claim)) return null
        const [exactly, roughly] = sayingsOf(source, item.claim, item.place)
        return bySaying.get(exactly) ?? bySaying.get(roughly) ?? null
      }),
    )
    const [leader] = leaders
    return leaders.size === 1 && leader !== undefined ? leader : null
  }
  return new Map(
    reports.flatMap((report) => {
      const leader = leaderOf(report)
      return leader === null || leader === report ? [] : [[report, leader] as const]
    }),
  )
}

/**
 * What a claim of a document says, to be found again in another's words: with its days and people, by which one document's
 * like statements differ, and without, for an undated report is read otherwise the day after.
 */
const sayingsOf = (document: string, claim: CountClaim, place: number | null): readonly [string, string] => {
  const said = [
    document,
    claim.metric,
    claim.count.low,
    claim.count.high,
    claim.count.vague,
    claim.scope,
    claim.places.map((mention) => mention.text),
    place,
  ]
  const { earliest, latest } = claim.time
  return [JSON.stringify([...said, earliest, latest, claim.status, claim.groups]), JSON.stringify(said)]
}
