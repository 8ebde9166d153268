import type { IngestReport } from '@sijil/core/contract/ingest-report.js'
import type { Cli } from './io.ts'
import { ingestSummary } from './render/ingest-summary.ts'
import { tellRefusals } from './tell-refusals.ts'

/** Prints what an import did; what was refused goes to stderr and makes the exit code 1. */
export const tellReport = async (cli: Cli, report: IngestReport, { json }: { readonly json?: true }): Promise<void> => {
  await cli.io.out.write(json === true ? `${JSON.stringify(report)}\n` : ingestSummary(report))
  await tellRefusals(cli, report.refusals)
  if (report.refused > 0) cli.exit(1)
}
