/**
 * Links and reconciles invented worlds of known truth and prints how well and how fast:
 * `npx tsx --conditions=source bench/world/run.ts [--sizes 1000,10000,100000] [--million] [--seed N] [--dense]`; `--dense` is one
 * city struck some twenty times a day.
 * Times are the processor's, for linking and reconciling alone. Worlds above 50,000 reports are made and read in stretches
 * of years, as the store links neighbourhoods: memory stays that of one stretch. MB is the most that the process ever held.
 */

import type { Context } from '../../packages/core/src/pipeline/stage.ts'
import { linkStage } from '../../packages/core/src/stages/link/link-stage.ts'
import { reconcileStage } from '../../packages/core/src/stages/reconcile/reconcile-stage.ts'
import { loadOrganisations } from '../../packages/core/src/testing/organisations.ts'
import { addTallies, measure, type Tally } from './measure.ts'
import { makeRandom } from './random.ts'
import { makeReports } from './reports.ts'
import { toLayers } from './to-layers.ts'
import { DENSE, makeWorld, WIDE } from './world.ts'

const STRETCH = 50_000
const REPORTS_AN_INCIDENT = 2.3

const argument = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(name)
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise)
}

const runStretch = (size: number, seed: number, context: Context): { readonly tally: Tally; readonly ms: number } => {
  const random = makeRandom(seed)
  const world = makeWorld(
    random,
    Math.round(size / REPORTS_AN_INCIDENT),
    'XW',
    10_000,
    process.argv.includes('--dense') ? DENSE : WIDE,
  )
  const reports = makeReports(random, world)
  const layers = toLayers(world, reports)
  const before = process.cpuUsage()
  const { links } = linkStage.run(layers, context)
  const { incidents } = reconcileStage.run({ ...layers, links }, context)
  const { user, system } = process.cpuUsage(before)
  const ms = (user + system) / 1000
  return { tally: measure(world, reports, links, incidents), ms }
}

const run = (size: number, seed: number, context: Context): void => {
  let tally: Tally | null = null
  let ms = 0
  for (let done = 0, n = 0; done < size; done += STRETCH, n++) {
    const stretch = runStretch(Math.min(STRETCH, size - done), seed + n, context)
    tally = tally === null ? stretch.tally : addTallies(tally, stretch.tally)
    ms += stretch.ms
    if (size > STRETCH) console.error(`${Math.min(size, done + STRETCH)} of ${size}: ${(ms / 1000).toFixed(0)} s`)
  }
  if (tally !== null) console.log(lineOf(tally, ms))
}

const lineOf = (t: Tally, ms: number): string => {
  const [p, r] = [t.precision / t.claims, t.recall / t.claims]
  const percent = (x: number) => (100 * x).toFixed(1).padStart(6)
  return [
    String(t.reports).padStart(9),
    percent((2 * p * r) / (p + r)),
    percent(p),
    percent(r),
    percent(t.within / t.truths),
    percent(t.width / Math.max(1, t.closed)),
    percent(1 - t.closed / t.truths),
    ((100 * t.doubled) / t.dead).toFixed(2).padStart(6),
    percent(t.trueOrigins / t.origins),
    (ms / 1000).toFixed(1).padStart(7),
    ((1000 * ms) / t.reports).toFixed(0).padStart(6),
    (process.resourceUsage().maxRSS / 1e3).toFixed(0).padStart(6),
  ].join(' ')
}

const main = (): void => {
  const context = { today: '2020-01-01', lexicons: new Map(), organisations: loadOrganisations() } as unknown as Context
  const sizes = process.argv.includes('--million')
    ? '1000,10000,100000,1000000'
    : argument('--sizes', '1000,10000,100000')
  console.log('  reports  B³ F   P      R    in range  width  open double% origins seconds µs/rep     MB')
  for (const size of sizes.split(',').map(Number)) run(size, Number(argument('--seed', '1')), context)
}

main()
