import { Readable } from 'node:stream'
import type { Command } from 'commander'
import type { Io } from './io.ts'
import { makeProgram } from './program.ts'

const WIDTH = 100

/** The page `docs/cli.md`: the help of every command as it is printed. */
export const cliReference = (): string => {
  const program = makeProgram({ io: silentIo(), exit: () => {} })
  const commands = leavesOf(program)
  const index = commands.map((command) => `- [\`${nameOf(command)}\`](#${anchorOf(command)}): ${command.summary()}`)
  return [
    '# The command line',
    '',
    'This page is what `sijil --help` and the help of each command print; `npm run docs` writes it.',
    '',
    ...index,
    '',
    ...section('sijil', helpOf(program)),
    ...commands.flatMap((command) => section(nameOf(command), helpOf(command))),
  ].join('\n')
}

const section = (title: string, help: string): readonly string[] => [
  `## ${title}`,
  '',
  '```text',
  help.trim(),
  '```',
  '',
]

/** All commands that do something, those of a group under the group's name. */
export const leavesOf = (program: Command): readonly Command[] =>
  program.commands.flatMap((command) => (command.commands.length > 0 ? leavesOf(command) : [command]))

/** "sijil gazetteer import". */
export const nameOf = (command: Command): string =>
  command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`

const anchorOf = (command: Command): string => nameOf(command).replaceAll(' ', '-')

/** The whole help of a command, with what stands before and after its options. */
export const helpOf = (command: Command): string => {
  let text = ''
  command.configureOutput({
    writeOut: (part) => {
      text += part
    },
  })
  command.outputHelp()
  return text
}

const silentIo = (): Io => {
  const output = { write: async () => {}, isTerminal: false, width: WIDTH, colour: false }
  return {
    out: output,
    err: output,
    stdin: Readable.from([]),
    env: {},
    today: () => '1970-01-01',
    now: () => '1970-01-01T00:00:00.000Z',
    user: '',
    giveWay: () => undefined,
    signal: new AbortController().signal,
  }
}
