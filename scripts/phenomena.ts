import { loadPhenomena } from '../packages/core/src/testing/phenomena.ts'
import { phenomenonFailures } from '../packages/core/src/testing/run-phenomena.ts'

/** Prints what fails of the phenomena suite: `tsx scripts/phenomena.ts [PHENOMENON…]`; without names, all of it. */
const names = process.argv.slice(2)
let failed = 0
let all = 0
for (const { name, lines } of loadPhenomena('en')) {
  if (names.length > 0 && !names.includes(name)) continue
  const failures = phenomenonFailures('en', lines)
  failed += failures.length
  all += lines.length
  process.stdout.write(`== ${name}: ${lines.length - failures.length} of ${lines.length}\n`)
  for (const failure of failures) process.stdout.write(`${failure}\n`)
}
process.stdout.write(`${all - failed} of ${all} texts give exactly the claims they must\n`)
