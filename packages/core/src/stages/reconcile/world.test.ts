import { describe, expect, test } from 'vitest'
import { measure } from '../../../../../bench/world/measure.ts'
import { makeRandom } from '../../../../../bench/world/random.ts'
import { makeReports } from '../../../../../bench/world/reports.ts'
import { toLayers } from '../../../../../bench/world/to-layers.ts'
import { makeWorld } from '../../../../../bench/world/world.ts'
import type { Context } from '../../pipeline/stage.ts'
import { loadOrganisations } from '../../testing/organisations.ts'
import { linkStage } from '../link/link-stage.ts'
import { reconcileStage } from './reconcile-stage.ts'

const context = { today: '2020-01-01', lexicons: new Map(), organisations: loadOrganisations() } as unknown as Context

describe.each([11, 12])('a world of known truth (seed %i)', (seed) => {
  const random = makeRandom(seed)
  const world = makeWorld(random, 500, 'XW', 10_000)
  const reports = makeReports(random, world)
  const layers = toLayers(world, reports)
  const { links } = linkStage.run(layers, context)
  const { incidents } = reconcileStage.run({ ...layers, links }, context)
  const tally = measure(world, reports, links, incidents)

  test('incidents are the true ones', () => {
    const [precision, recall] = [tally.precision / tally.claims, tally.recall / tally.claims]
    expect((2 * precision * recall) / (precision + recall)).toBeGreaterThan(0.95)
  })

  test('true counts lie within the ranges, and few dead are counted twice', () => {
    expect(tally.within / tally.truths).toBeGreaterThan(0.97)
    expect(tally.doubled / tally.dead).toBeLessThan(0.01)
  })

  test('the origins that are counted are different words', () => {
    expect(tally.trueOrigins / tally.origins).toBeGreaterThan(0.98)
  })
})
