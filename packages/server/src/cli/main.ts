import { CommanderError } from 'commander'
import type { Cli, ExitCode, Io } from './io.ts'
import { processIo } from './process-io.ts'
import { makeProgram } from './program.ts'
import { tellProblem } from './tell-problem.ts'

/** Runs `sijil` with the arguments as typed (without node and script) and gives the exit code. Never throws. */
export const main = async (args: readonly string[], io: Io = processIo()): Promise<ExitCode> => {
  let code: ExitCode = 0
  const cli: Cli = {
    io,
    exit: (said) => {
      code = said
    },
  }
  const program = makeProgram(cli)
  try {
    if (args.length === 0) program.outputHelp()
    else await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    return await tellProblem(error, askedFor(program, args, error), io)
  }
}

/** "sijil gazetteer import": as much of what was typed as names a command. */
const askedFor = (program: ReturnType<typeof makeProgram>, args: readonly string[], error: unknown): string => {
  if (error instanceof CommanderError && error.code === 'commander.unknownCommand') return program.name()
  const names = [program.name()]
  let command = program
  for (const arg of args) {
    const next = command.commands.find((sub) => sub.name() === arg)
    if (next === undefined) continue
    names.push(next.name())
    command = next
  }
  return names.join(' ')
}
