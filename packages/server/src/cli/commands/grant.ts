import type { Command } from 'commander'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { useStore } from '../use-store.ts'

/** `sijil grant ROLE`: a role that can add to the record and not rewrite it. */
export const grantCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'grant', {
    summary: 'let a database role add to the record, but not rewrite it',
    about:
      'On a server of your own: gives an existing role what Sijil needs and no more. In tables that only grow (the log, documents, claims, ' +
      'judgements, reviews …) it may add rows and read them; it can neither change nor remove them, nor lift the triggers that refuse that. ' +
      'To be run by the owner of the database, again after each update of Sijil; everybody else connects as that role.',
    examples: [['sijil grant sijil_app', 'then DATABASE_URL=postgres://sijil_app@host/db for everyday work']],
  })
    .argument('<role>', 'a role that may log in')
    .action(async (role: string, _: object, command: Command) => {
      const { grantRole } = await import('../../actions/grant-role.ts')
      const tables = await useStore(command, cli, (store) => grantRole(store, role))
      await cli.io.out.write(`${role} may use the store; in these tables it may only add: ${tables.join(', ')}\n`)
    })
