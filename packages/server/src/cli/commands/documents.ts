import type { Command } from 'commander'
import { collect } from '../collect.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { printJsonLines } from '../print-lines.ts'
import { documentsTable } from '../render/documents-table.ts'
import { lookOf } from '../render/look.ts'
import { useStore } from '../use-store.ts'

/** `sijil documents`: what was read, and what copies what. */
export const documentsCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'documents', {
    summary: 'the documents, and which of them copy which',
    about:
      'Prints the documents of the store: name, outlet (and the agency credited), day of publication, title, language, number of claims, ' +
      'and, for a copy, of which document it is one and how much of it stands there.',
    examples: [
      ['sijil documents', 'all documents'],
      ['sijil documents --json', 'one object a line'],
    ],
    notes:
      'Fields of --json: doc, outlet, published, title, language, copy {relation, of, containment, why} or null, claims, id, agency, url, ' +
      'updated, supersedes, warnings, sha256.',
  })
    .option('--json', 'print one document a line as JSON')
    .action(async ({ json }: { readonly json?: true }, command: Command) => {
      const { out } = cli.io
      const { listDocuments } = await import('../../actions/list-documents.ts')
      await useStore(command, cli, async (store) => {
        const records = listDocuments(store)
        if (json === true) await printJsonLines(out, records)
        else await out.write(documentsTable(await collect(records), lookOf(out)))
      })
    })
