/**
 * How often the number of dead that a crowd coded for an article is among the claims Sijil makes of it, and how the misses divide:
 * `tsx --conditions=source bench/reported.ts [--list CAUSE]`. The coders gave civilians and combatants, and children and women that
 * some counted with the civilians and some apart: either sum, and either side alone, is taken for what they meant.
 */
import { isCountRecord } from '../packages/core/src/contract/claim-record.ts'
import { recordsOf, type SharedDocument } from '../packages/core/src/testing/gold-predictions.ts'
import { readSharedLines, sharedIsThere } from '../packages/core/src/testing/shared.ts'

interface Reported extends SharedDocument {
  readonly reported: {
    readonly civilians: number
    readonly combatants: number
    readonly children: number
    readonly women: number
  }
}

/** Where the number is, best first; the causes of a miss stand in this order, and the first that holds is told. */
const CAUSES = [
  'found',
  'told as a toll or forecast only',
  'a sum of several claims',
  'told of the injured or undivided',
  'given only as a vague word',
  'in the text, but no claim',
  'not in the text',
] as const
type Cause = (typeof CAUSES)[number]

const option = process.argv.indexOf('--list')
const listed = option < 0 ? undefined : process.argv[option + 1]

const NAMES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )

/** The numbers that the coders may have meant; none where they saw no dead. */
const wanted = ({ reported }: Reported): readonly number[] => {
  const { civilians, combatants, children, women } = reported
  const sums = [civilians + combatants, civilians + combatants + children + women]
  return [...new Set([...sums, civilians + children + women, civilians, combatants])].filter((n) => n > 0)
}

const causeOf = (article: Reported): Cause | 'no dead coded' => {
  const numbers = wanted(article)
  if (numbers.length === 0) return 'no dead coded'
  const claims = recordsOf(article).filter(isCountRecord)
  // "more than 12" is 13 and up in the codebook; the coders wrote 12
  const states = ({ low, high, hedge }: (typeof claims)[number], n: number): boolean =>
    low === (hedge === 'more_than' ? n + 1 : n) || high === n
  const any = (test: (claim: (typeof claims)[number]) => boolean): boolean => claims.some(test)
  const killed = claims.filter((claim) => claim.metric === 'killed')
  const counted = killed.filter((claim) => claim.scope === 'incident' || claim.scope === 'total')
  if (counted.some((claim) => numbers.some((n) => states(claim, n)))) return 'found'
  if (killed.some((claim) => numbers.some((n) => states(claim, n)))) return 'told as a toll or forecast only'
  if (
    numbers.some((n) =>
      isSum(
        n,
        counted.map((claim) => claim.low ?? claim.high ?? 0),
      ),
    )
  )
    return 'a sum of several claims'
  if (any((claim) => numbers.some((n) => states(claim, n)))) return 'told of the injured or undivided'
  if (counted.some((claim) => claim.vague !== undefined)) return 'given only as a vague word'
  return numbers.some((n) => isWritten(article.text, n)) ? 'in the text, but no claim' : 'not in the text'
}

/** Whether some of a few numbers add up to another. */
const isSum = (whole: number, parts: readonly number[]): boolean => {
  let sums = new Set([0])
  for (const part of new Set(parts))
    sums = new Set([...sums, ...[...sums].map((sum) => sum + part)].filter((n) => n <= whole))
  return sums.has(whole)
}

const isWritten = (text: string, n: number): boolean =>
  new RegExp(`\\b(?:${n}${NAMES[n] === undefined ? '' : `|${NAMES[n]}`})\\b`, 'i').test(text)

const run = (): void => {
  const count = new Map<string, number>()
  for (const article of readSharedLines<Reported>('data/news-dev.jsonl')) {
    const cause = causeOf(article)
    count.set(cause, (count.get(cause) ?? 0) + 1)
    if (listed !== undefined && cause.startsWith(listed))
      process.stdout.write(
        `${article.doc}\t${wanted(article).join(',')}\t${article.text.slice(0, 100).replaceAll('\n', ' ')}\n`,
      )
  }
  const coded = CAUSES.reduce((sum, cause) => sum + (count.get(cause) ?? 0), 0)
  process.stdout.write(`${coded} articles with dead coded by the crowd (${count.get('no dead coded') ?? 0} without)\n`)
  for (const cause of CAUSES) {
    const n = count.get(cause) ?? 0
    process.stdout.write(`${String(n).padStart(5)}  ${((100 * n) / coded).toFixed(1).padStart(5)} %  ${cause}\n`)
  }
}

if (sharedIsThere) run()
else process.stderr.write('the development material is not beside this checkout: nothing to compare\n')
