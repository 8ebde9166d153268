import type { IngestReport } from '@sijil/core/contract/ingest-report.js'
import { count } from './words.ts'
import { pad } from './wrap.ts'

/** What an ingest did, in five lines. */
export const ingestSummary = (report: IngestReport): string => {
  const rows = [
    ['new', report.new, `${count(report.claims)} claims in them`],
    ['known already', report.known, 'passed over'],
    ['copied', report.copied, 'of the new: they copy an earlier document and are no witnesses of their own'],
    ['refused', report.refused, 'could not be read'],
  ] as const
  const width = Math.max(...rows.map(([, number]) => count(number).length))
  const lines = rows.map(([label, number, what]) => {
    const line = `${pad(label, 15)}${pad(count(number), width, 'right')}`
    return number === 0 ? line : `${line}  ${what}`
  })
  return `${lines.join('\n')}\n\n${count(report.incidents)} incidents and roll-ups in the store: \`sijil incidents\` shows them.\n`
}
