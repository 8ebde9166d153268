import type { Refusal } from '@sijil/core/pipeline/layers.js'
import type { Cli } from './io.ts'
import { printable } from './render/printable.ts'

/** Tells on stderr what could not be read and why, and makes the exit code 1. */
export const tellRefusals = async (cli: Cli, refusals: readonly Refusal[]): Promise<void> => {
  if (refusals.length === 0) return
  cli.exit(1)
  await cli.io.err.write(refusals.map(refusalLine).join(''))
}

const refusalLine = ({ name, at, text }: Refusal): string => {
  // Most reasons begin with the place themselves.
  const where = at === null || text.startsWith(at) ? name : `${name}, ${at}`
  return `refused ${printable(where)}: ${printable(text)}\n`
}
