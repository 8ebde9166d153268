import type { Command } from 'commander'
import { claimsCommand } from './commands/claims.ts'
import { documentsCommand } from './commands/documents.ts'
import { extractCommand } from './commands/extract.ts'
import { incidentCommand } from './commands/incident.ts'
import { incidentsCommand } from './commands/incidents.ts'
import { ingestCommand } from './commands/ingest.ts'
import { tollsCommand } from './commands/tolls.ts'
import type { Cli } from './io.ts'

/** Makes one command. */
type CommandMaker = (cli: Cli) => Command

/** All commands, under the headings of the help, in its order. One file a command; a new one is a line here. */
export const COMMANDS: readonly (readonly [group: string, makers: readonly CommandMaker[]])[] = [
  ['Bring reports in', [ingestCommand]],
  ['See the record', [incidentsCommand, incidentCommand, documentsCommand, claimsCommand, tollsCommand]],
  ['Without a store', [extractCommand]],
]
