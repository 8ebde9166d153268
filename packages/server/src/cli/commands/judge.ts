import { toJudgementRecord } from '@sijil/core/contract/judgement-record.js'
import type { Judgement } from '@sijil/core/model/judgement.js'
import type { Command } from 'commander'
import type { Store } from '../../actions/with-store.ts'
import type { Cli } from '../io.ts'
import { type CommandHelp, newCommand } from '../new-command.ts'
import { printJsonLines } from '../print-lines.ts'
import { judgementsTable } from '../render/judgements-table.ts'
import { lookOf } from '../render/look.ts'
import { useStore } from '../use-store.ts'

interface JudgeOptions {
  readonly because: string
  readonly by?: string
  readonly json?: true
}

/** Who decided, why and when. */
type Decision = Pick<Judgement, 'by' | 'reason' | 'at'>

/** `sijil judge …`: people's decisions, which no machine overrules. */
export const judgeCommand = (cli: Cli): Command => {
  const group = newCommand(cli.io, 'judge', {
    summary: 'say that claims or incidents are the same, or are not',
    about:
      "People's judgements: two claims or incidents are the same, different, or nobody can tell; some claims of an incident belong to " +
      'another. They outlive every new reading, no machine overrules them, and each can be withdrawn, which restores the record exactly.',
    examples: [
      ['sijil judge same CODE CODE --because "one strike, told from two ends of the town"', 'merges two incidents'],
    ],
  })
  for (const verdict of ['same', 'different', 'unsure'] as const) group.addCommand(verdictCommand(cli, verdict))
  return group.addCommand(splitCommand(cli)).addCommand(withdrawCommand(cli))
}

const MEANINGS = {
  same: ['two claims or incidents are one', 'merges them; both codes keep leading there'],
  different: ['two claims or incidents are not one', 'keeps them apart, whatever speaks for it'],
  unsure: ['nobody can tell whether two are one', 'is noted; the machine goes on deciding'],
} as const

const verdictCommand = (cli: Cli, verdict: 'same' | 'different' | 'unsure'): Command => {
  const [summary, gives] = MEANINGS[verdict]
  const help = {
    summary: `say that ${summary}`,
    about: `Says that ${summary}. Each side is an incident's code or a claim's id.`,
    examples: [[`sijil judge ${verdict} CODE CODE --because "…"`, gives]],
  } as const
  return decisionCommand(cli, verdict, help)
    .argument('<left>', "an incident's code or a claim's id")
    .argument('<right>', "an incident's code or a claim's id")
    .action(async (left: string, right: string, options: JudgeOptions, command: Command) => {
      const { judge } = await import('../../actions/judge.ts')
      await decide(cli, command, options, async (store, decision) => [
        await judge(store, { left, right, verdict, ...decision }),
      ])
    })
}

const splitCommand = (cli: Cli): Command =>
  decisionCommand(cli, 'split', {
    summary: 'say that some claims of an incident belong to another',
    about: 'Parts the named claims from the rest of the incident: each is judged different from each of the rest.',
    examples: [
      ['sijil judge split CODE CLAIM --because "the hospital speaks of the next day"', 'an incident of its own'],
    ],
  })
    .argument('<code>', "the incident's code")
    .argument('<claim...>', 'the ids of the claims to part from it')
    .action(async (code: string, claims: string[], options: JudgeOptions, command: Command) => {
      const { splitIncident } = await import('../../actions/split-incident.ts')
      await decide(cli, command, options, (store, decision) => splitIncident(store, { code, claims, ...decision }))
    })

const withdrawCommand = (cli: Cli): Command =>
  decisionCommand(cli, 'withdraw', {
    summary: 'take a judgement back',
    about: 'Withdraws a judgement. It stays in the history; the record becomes what it would be without it.',
    examples: [['sijil judge withdraw ID --because "mixed up the days"', 'ID as `sijil judgements` prints it']],
  })
    .argument('<id>', "the judgement's id")
    .action(async (id: string, options: JudgeOptions, command: Command) => {
      const { withdrawJudgement } = await import('../../actions/withdraw-judgement.ts')
      await decide(cli, command, options, async (store, decision) => [
        await withdrawJudgement(store, { id, ...decision }),
      ])
    })

const decisionCommand = (cli: Cli, name: string, help: CommandHelp): Command =>
  newCommand(cli.io, name, help)
    .requiredOption('--because <reason>', 'why: kept with the judgement')
    .option('--by <name>', 'who decides (default: the user of this machine)')
    .option('--json', 'print one judgement a line as JSON')

const decide = async (
  cli: Cli,
  command: Command,
  { because, by, json }: JudgeOptions,
  act: (store: Store, decision: Decision) => Promise<readonly Judgement[]>,
): Promise<void> => {
  const { io } = cli
  const decision = { by: by ?? io.user, reason: because, at: io.now() }
  const records = (await useStore(command, cli, (store) => act(store, decision))).map(toJudgementRecord)
  if (json === true) await printJsonLines(io.out, records)
  else await io.out.write(judgementsTable(records, lookOf(io.out)))
}
