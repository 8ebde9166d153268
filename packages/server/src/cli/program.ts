import { WHAT_THE_NUMBERS_ARE } from '@sijil/core/contract/grade-meanings.js'
import { Command } from 'commander'
import { COMMANDS } from './commands.ts'
import type { Cli } from './io.ts'
import { bareCommand } from './new-command.ts'
import { readVersion } from './version.ts'

const AFTER = `
What the numbers are:
  ${WHAT_THE_NUMBERS_ARE}
  "8–9 (8)" is low–high (best), "12+" has an open top ("at least 12"), "≤ 12" an open bottom.
  Copies are not witnesses: of "9 / 2", nine documents rest on two independent origins, and
  it is the two that grade the record.

Where things are:
  --data DIR, SIJIL_DATA   the folder of the built-in store (else the usual one for a user's data)
  DATABASE_URL             a PostgreSQL server of your own instead of the built-in one
  SIJIL_RAW                s3://BUCKET/PREFIX to keep raw bytes in (with AWS_ENDPOINT_URL, AWS_REGION,
                           AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY) instead of the data folder
  NO_COLOR                 no colours
  SIJIL_DEBUG=1            stack traces with errors

Results go to stdout, progress and errors to stderr. --json prints one object a line.
Exit codes: 0 done, 1 some inputs were refused, 2 asked for in a way that can't be done,
3 the store can't be used.

First steps:
  $ sijil ingest reports/     read a folder of reports into the store
  $ sijil incidents           see what happened, where, and on whose word
  $ sijil incident CODE       see every claim behind one incident`

/** The command `sijil` with all its commands. */
export const makeProgram = (cli: Cli): Command => {
  const program = bareCommand(cli.io, 'sijil')
    .description('Sijil reads news reports of armed conflict into a sourced record of who was harmed, where and when.')
    .option('--data <dir>', 'folder of the built-in store (or SIJIL_DATA)')
    .version(readVersion(), '-V, --version', 'show the version')
    .addHelpCommand(helpCommand())
    .addHelpText('after', AFTER)
  for (const [group, makers] of COMMANDS)
    for (const make of makers) program.addCommand(make(cli).helpGroup(`${group}:`))
  return program
}

const helpCommand = (): Command =>
  new Command('help').argument('[command]').description('show the help of a command').helpGroup('Help:')
