import { DOCUMENT_SORTS, type DocumentFilter, type DocumentSort } from '@sijil/core/contract/document-filter.js'
import type { Command } from 'commander'
import { withPlaceFilter } from '../incident-filter-options.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { dayOption } from '../options.ts'
import { type PageOptions, printListing, withPages } from '../page-options.ts'
import { documentsTable } from '../render/documents-table.ts'
import { lookOf } from '../render/look.ts'
import { useStore } from '../use-store.ts'

/** `sijil documents`: what was read, and what copies what. */
export const documentsCommand = (cli: Cli): Command =>
  withPages(
    withPlaceFilter(
      newCommand(cli.io, 'documents', {
        summary: 'the documents, and which of them copy which',
        about:
          'Prints the documents of the store: name, outlet (and the agency credited), day of publication, title, language, number of claims, ' +
          'and, for a copy, of which document it is one and how much of it stands there.',
        examples: [
          ['sijil documents', 'all documents'],
          [
            'sijil documents --search "hospital strike" --from 2024-03-01',
            'by the words of text and title, and by day',
          ],
          ['sijil documents --sort published --limit 50', 'the last published; stderr says how to go on'],
          ['sijil documents --json', 'one object a line'],
        ],
        notes:
          'Fields of --json: doc, outlet, published, title, language, copy {relation, of, containment, why} or null, claims, id, agency, url, ' +
          'updated, supersedes, warnings, sha256.',
      })
        .option('--search <words>', 'only where these words stand in the text or the title')
        .option('--from <day>', 'only published on this day or later (YYYY-MM-DD)', dayOption)
        .option('--to <day>', 'only published on this day or earlier (YYYY-MM-DD)', dayOption)
        .option('--outlet <name>', 'only where this is part of the name of the outlet or the agency')
        .option('--language <code>', 'only in this language (two letters, as ar)')
        .option('--copies', 'only copies of an earlier document')
        .option('--no-copies', 'no copies of an earlier document'),
    ),
    DOCUMENT_SORTS,
  )
    .option('--json', 'print one document a line as JSON')
    .action(async (options: DocumentFilter & PageOptions<DocumentSort>, command: Command) => {
      const { json: _, limit: __, after: ___, sort = 'oldest', ...filter } = options
      const { listDocuments } = await import('../../actions/list-documents.ts')
      const { findDocuments } = await import('../../actions/find-documents.ts')
      await useStore(command, cli, (store) =>
        printListing(
          cli,
          {
            find: (page) => findDocuments(store, filter, { ...page, sort }),
            all: () => listDocuments(store, filter, sort),
            table: (records) => documentsTable(records, lookOf(cli.io.out)),
          },
          options,
        ),
      )
    })
