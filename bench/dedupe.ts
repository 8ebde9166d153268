import { dedupe } from '@sijil/core/stages/dedupe/dedupe.js'
import { testContext } from '../packages/core/src/testing/context.ts'
import { madeDocument } from '../packages/core/src/testing/made-documents.ts'
import { makeReports } from '../packages/core/src/testing/reuse-world.ts'
import { scoreReuse } from '../packages/core/src/testing/score-reuse.ts'

/**
 * Telling copies apart in a made-up world of known copies: time, memory, precision and recall by size.
 * `npx tsx --conditions=source bench/dedupe.ts [REPORTS …]`
 */
const sizes = process.argv.slice(2).map(Number)
const context = testContext()

for (const size of sizes.length > 0 ? sizes : [1_000, 20_000]) {
  const reports = makeReports(size, 7)
  const documents = reports.map(madeDocument)
  const nameOf = new Map(documents.map(({ document }) => [document.id, document.doc]))
  const before = process.cpuUsage()
  const { copies, passages } = dedupe.run({ documents }, context)
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  const score = scoreReuse(
    reports,
    copies.map((one) => ({
      relation: one.relation,
      document: nameOf.get(one.document) ?? '',
      of: nameOf.get(one.of) ?? '',
    })),
  )
  const percent = (share: number): string => (share * 100).toFixed(1)
  console.log(
    `${size} reports: ${seconds.toFixed(1)} s of processor time, ${Math.round(process.memoryUsage().rss / 1e6)} MB; ` +
      `${copies.length} relations, ${passages.length} passages; precision ${percent(score.precision)}, ` +
      `recall ${percent(score.recall)}, right kind ${percent(score.kinds)}`,
  )
}
