import { writeFileSync } from 'node:fs'
import { loadPhenomena, phenomenonKey } from '../packages/core/src/testing/phenomena.ts'
import { phenomenonFailures } from '../packages/core/src/testing/run-phenomena.ts'

/**
 * Prints what fails of the phenomena suite: `tsx scripts/phenomena.ts [PHENOMENON…]`; without names, all of it. With `--open`
 * it also writes the list of what is not understood yet, which only ever gets shorter (`git diff` shows).
 */
const OPEN = new URL('../lexicons/en/phenomena/open.txt', import.meta.url)
const args = process.argv.slice(2)
const names = args.filter((arg) => !arg.startsWith('--'))
const open: string[] = []
let all = 0
for (const { name, lines } of loadPhenomena('en')) {
  if (names.length > 0 && !names.includes(name)) continue
  const failures = phenomenonFailures('en', lines)
  open.push(...failures.map(({ line }) => phenomenonKey(line)))
  all += lines.length
  process.stdout.write(`== ${name}: ${lines.length - failures.length} of ${lines.length}\n`)
  for (const { told } of failures) process.stdout.write(`${told}\n`)
}
process.stdout.write(`${all - open.length} of ${all} texts give exactly the claims they must\n`)
if (args.includes('--open') && names.length === 0) writeFileSync(OPEN, open.map((key) => `${key}\n`).join(''))
