import type { Command } from 'commander'
import { backupCommand } from './commands/backup.ts'
import { checksCommand } from './commands/checks.ts'
import { claimsCommand } from './commands/claims.ts'
import { compareCommand } from './commands/compare.ts'
import { doctorCommand } from './commands/doctor.ts'
import { documentsCommand } from './commands/documents.ts'
import { exportCommand } from './commands/export.ts'
import { extractCommand } from './commands/extract.ts'
import { gazetteerCommand } from './commands/gazetteer.ts'
import { grantCommand } from './commands/grant.ts'
import { historyCommand } from './commands/history.ts'
import { importsCommand } from './commands/imports.ts'
import { incidentCommand } from './commands/incident.ts'
import { incidentsCommand } from './commands/incidents.ts'
import { ingestCommand } from './commands/ingest.ts'
import { judgeCommand } from './commands/judge.ts'
import { judgementsCommand } from './commands/judgements.ts'
import { locateCommand } from './commands/locate.ts'
import { organisationsCommand } from './commands/organisations.ts'
import { rereadCommand } from './commands/reread.ts'
import { restoreCommand } from './commands/restore.ts'
import { retryCommand } from './commands/retry.ts'
import { reviewCommand } from './commands/review.ts'
import { reviewsCommand } from './commands/reviews.ts'
import { serveCommand } from './commands/serve.ts'
import { statusCommand } from './commands/status.ts'
import { tollsCommand } from './commands/tolls.ts'
import { upgradeCommand } from './commands/upgrade.ts'
import { verifyCommand } from './commands/verify.ts'
import { workerCommand } from './commands/worker.ts'
import type { Cli } from './io.ts'

/** Makes one command. */
type CommandMaker = (cli: Cli) => Command

/** All commands, under the headings of the help, in its order. One file a command; a new one is a line here. */
export const COMMANDS: readonly (readonly [group: string, makers: readonly CommandMaker[]])[] = [
  [
    'Bring reports in',
    [
      ingestCommand,
      importsCommand,
      retryCommand,
      rereadCommand,
      gazetteerCommand,
      organisationsCommand,
      workerCommand,
      statusCommand,
    ],
  ],
  [
    'See the record',
    [incidentsCommand, incidentCommand, compareCommand, historyCommand, documentsCommand, claimsCommand, tollsCommand],
  ],
  ['Take it elsewhere', [exportCommand]],
  ['Decide', [reviewCommand, reviewsCommand, checksCommand, judgeCommand, judgementsCommand]],
  ['Work together', [serveCommand]],
  ['Without a store', [extractCommand, locateCommand]],
  ['Keep it sound', [verifyCommand, doctorCommand, backupCommand, restoreCommand, upgradeCommand, grantCommand]],
]
