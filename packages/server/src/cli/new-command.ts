import { Command } from 'commander'
import type { Io } from './io.ts'
import { paintFor } from './render/paint.ts'
import { wrap } from './render/wrap.ts'

/** What the help of a command says beside its options. */
export interface CommandHelp {
  /** One line, for the list of commands. */
  readonly summary: string
  /** What it does and what comes out, for its own help. */
  readonly about: string
  /** Lines to type, each with what it gives. */
  readonly examples: readonly (readonly [line: string, gives: string])[]
  /** More to say after the examples. */
  readonly notes?: string
}

/** A command that throws instead of ending the process, writes to `io` and has a help worth reading. */
export const newCommand = (io: Io, name: string, help: CommandHelp): Command => {
  const command = bareCommand(io, name).summary(help.summary).description(help.about)
  command.addHelpText('after', () => afterHelp(help, helpWidth(io)))
  return command
}

/** A command with the streams and the manners of all, and no help of its own yet. */
export const bareCommand = (io: Io, name: string): Command => {
  const paint = paintFor(io.out.colour)
  return (
    new Command(name)
      .exitOverride()
      .allowExcessArguments(false)
      .showSuggestionAfterError(true)
      .helpOption('-h, --help', 'show this help')
      .configureHelp({ showGlobalOptions: true, styleTitle: paint.strong })
      // Errors are thrown and told once, by `main`; help is collected by the caller through `io`.
      .configureOutput({
        writeOut: (text) => void io.out.write(text).catch(() => {}),
        writeErr: () => {},
        outputError: () => {},
        getOutHelpWidth: () => helpWidth(io),
        getOutHasColors: () => io.out.colour,
      })
  )
}

/** Lines of more than a hundred characters are hard to read. */
const helpWidth = ({ out }: Io): number => Math.min(out.width, 100)

const afterHelp = ({ examples, notes }: CommandHelp, width: number): string => {
  const shown = examples.map(([line, gives]) => `  $ ${line}\n      ${gives}`)
  return ['', 'Examples:', ...shown, ...(notes === undefined ? [] : ['', ...wrap(notes, width)])].join('\n')
}
