import type { Finding } from '../actions/finding.ts'
import type { Cli } from './io.ts'
import { printJsonLines } from './print-lines.ts'
import { lookOf } from './render/look.ts'
import { isolated, printable } from './render/printable.ts'
import { pad, widthOf, wrap } from './render/wrap.ts'

/** Prints what was checked; the exit code is 3 when anything does not hold. */
export const tellFindings = async (
  { io, exit }: Cli,
  findings: readonly Finding[],
  { json }: { readonly json?: true },
): Promise<void> => {
  if (json === true) await printJsonLines(io.out, findings)
  else await io.out.write(findingsText(io, findings))
  if (findings.some(({ holds }) => !holds)) exit(3)
}

const findingsText = (io: Cli['io'], findings: readonly Finding[]): string => {
  const { width, paint } = lookOf(io.out)
  const label = Math.max(0, ...findings.map(({ check }) => widthOf(check))) + 4
  const lines = findings.flatMap(({ check, holds, text }) => {
    const sign = holds ? paint.good('✓') : paint.bad('✗')
    const head = `${sign} ${pad(check, label - 2)}`
    return wrap(printable(text), width - label).map((line, i) => (i === 0 ? head : ' '.repeat(label)) + isolated(line))
  })
  return `${lines.join('\n')}\n`
}
