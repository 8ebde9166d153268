import { writeFileSync } from 'node:fs'
import { loadPhenomena, loadShortfalls, phenomenonKey } from '../packages/core/src/testing/phenomena.ts'
import { phenomenonFailures } from '../packages/core/src/testing/run-phenomena.ts'

/**
 * Prints what fails of a phenomena suite: `tsx scripts/phenomena.ts [--language=ar] [PHENOMENON…]`; without names, all of it. Failures that
 * are no known shortfalls are marked NEW. With `--shortfalls` it also writes the list of what is not understood yet: it only
 * ever gets shorter (`git diff` shows), and what is new on it needs its reason in the column `why`.
 */
const HEAD =
  '# What the grammar cannot do yet, with the reason. A test holds these as failing, and everything else as passing.\nkey\twhy\n'
const args = process.argv.slice(2)
const language = args.find((arg) => arg.startsWith('--language='))?.slice('--language='.length) ?? 'en'
const SHORTFALLS = new URL(`../lexicons/${language}/phenomena/shortfalls.tsv`, import.meta.url)
const names = args.filter((arg) => !arg.startsWith('--'))
const known = loadShortfalls(language)
const failing: string[] = []
let all = 0
for (const { name, lines } of loadPhenomena(language)) {
  if (names.length > 0 && !names.includes(name)) continue
  const failures = phenomenonFailures(language, lines)
  failing.push(...failures.map(({ line }) => phenomenonKey(line)))
  all += lines.length
  process.stdout.write(`== ${name}: ${lines.length - failures.length} of ${lines.length}\n`)
  for (const { line, told } of failures)
    process.stdout.write(`${known.has(phenomenonKey(line)) ? '' : 'NEW '}${told}\n`)
}
process.stdout.write(`${all - failing.length} of ${all} texts give exactly the claims they must\n`)
if (args.includes('--shortfalls') && names.length === 0)
  writeFileSync(SHORTFALLS, HEAD + failing.map((key) => `${key}\t${known.get(key) ?? ''}\n`).join(''))
