import { toClaimRecord } from '@sijil/core/contract/claim-record.js'
import type { Command } from 'commander'
import type { ReadDocument } from '../../actions/extract-texts.ts'
import type { Cli } from '../io.ts'
import { newCommand } from '../new-command.ts'
import { extractedPage } from '../render/extracted-page.ts'
import { lookOf } from '../render/look.ts'
import { tellRefusals } from '../tell-refusals.ts'

interface ExtractOptions {
  readonly json?: true
}

/** `sijil extract FILE…`: text to claims, with no store. */
export const extractCommand = (cli: Cli): Command =>
  newCommand(cli.io, 'extract', {
    summary: 'read the claims in texts, without a store',
    about:
      'Reads texts and prints every statement about a number of people killed, injured, missing, abducted or displaced, with ' +
      'the characters it stands on. Nothing is kept. Files: .txt, .html, .md, .json, .jsonl ({doc, published, outlet, url, text}), .csv with ' +
      'a header row; `-` reads standard input.',
    examples: [
      ['sijil extract report.txt', 'the claims of one report, as a table'],
      ['sijil extract reports.jsonl --json > claims.jsonl', 'one claim a line, each with the `doc` of its line'],
    ],
    notes:
      'Fields of --json: doc, id, kind, start, end (half-open UTF-16 offsets), quote, metric, low, high (null = open or not stated), ' +
      'hedge, vague, unit, each, status, groups, scope, partOf, relation, restates, places, from, to, means, actors, sources, confidence, rule, slots.',
  })
    .argument('<file...>', 'files, folders, globs or - for standard input')
    .option('--json', 'print one claim a line as JSON')
    .action(async (paths: string[], options: ExtractOptions) => {
      const { io } = cli
      const { extractTexts } = await import('../../actions/extract-texts.ts')
      const request = { paths, stdin: io.stdin, today: io.today(), signal: io.signal }
      for await (const extracted of extractTexts(request)) {
        if (extracted.kind === 'refusal') await tellRefusals(cli, [extracted.refusal])
        else await io.out.write(options.json === true ? jsonLines(extracted) : extractedPage(extracted, lookOf(io.out)))
      }
    })

const jsonLines = ({ document, claims }: ReadDocument): string =>
  claims.map((claim) => `${JSON.stringify(toClaimRecord(claim, { doc: document.doc }))}\n`).join('')
