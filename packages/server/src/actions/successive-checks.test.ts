import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page, PageRequest } from '@sijil/core/contract/page.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder, STORES, type TestStore, testFolder } from '../testing/test-store.ts'
import { collected } from './collected.ts'
import { explainTolls, findTolls } from './explain-tolls.ts'
import { ingestPaths } from './ingest-paths.ts'
import { findChecks, listChecks } from './list-checks.ts'
import { listClaims } from './list-claims.ts'
import { reviewCheck } from './review-check.ts'
import { reviewClaim } from './review-claim.ts'
import { reviewQueue } from './review-queue.ts'

const toll = (doc: string, published: string, killed: number) => ({
  doc,
  published,
  outlet: 'Mill Post',
  text: `More than ${killed} people have been killed in Syria since 1 January 2024, the Syrian Observatory for Human Rights said.`,
})

describe.each(STORES)('successive tolls, in %s', (_name, open) => {
  let test: TestStore
  let folder: string
  beforeAll(async () => {
    test = await open()
    folder = await testFolder()
    const reports = [toll('march', '2024-03-01', 900), toll('april', '2024-04-01', 800)]
    await writeFile(join(folder, 'reports.jsonl'), reports.map((one) => JSON.stringify(one)).join('\n'))
    await ingestPaths(test.store, { paths: [join(folder, 'reports.jsonl')], stdin: null, today: '2024-05-01' })
  })
  afterAll(async () => {
    await test.remove()
    await removeFolder(folder)
  })

  it('of one origin may not fall; the later toll shows it, and a person can dismiss it', async () => {
    const [march, april] = await collected(explainTolls(test.store))
    expect(march?.checks.map(({ kind }) => kind)).toEqual(['toll'])
    const check = april?.checks.find(({ kind }) => kind === 'successive')
    expect(check).toMatchObject({ holds: false, review: null })
    expect((await collected(listChecks(test.store, { failing: true }))).map(({ id }) => id)).toContain(check?.id)
    const decided = { by: 'a coder', reason: 'counted anew', at: '2024-05-01T10:00:00.000Z' }
    await reviewCheck(test.store, { check: check?.id ?? '', decision: 'dismiss', ...decided })
    const again = (await collected(explainTolls(test.store)))[1]?.checks.find(({ kind }) => kind === 'successive')
    expect(again?.review).toMatchObject({ decision: 'dismissed' })
  })

  describe('pages go on by where the last one ended', () => {
    const texts = [
      'Four people were killed when an airstrike hit the village of Kafr Dunya on 12 March 2024, rescuers said.',
      'Six people were killed in the airstrike on the village of Kafr Dunya on 12 March 2024, a hospital official said.',
      'Two people were killed when an airstrike hit the village of Deir Rahba on 14 March 2024, rescuers said.',
      'Seven people were killed in the airstrike on the village of Deir Rahba on 14 March 2024, a hospital official said.',
      'One man was killed when an airstrike hit the village of Bani Omran on 16 March 2024, rescuers said.',
      'Eight people were killed in the airstrike on the village of Bani Omran on 16 March 2024, a hospital official said.',
      'At least 12 people were killed on 13 March 2024 when jets bombed a market in Idlib, rescuers said.',
      'Three civilians were killed and nine wounded on 18 March 2024 when a mine exploded near Aleppo, doctors said.',
      'Five people were injured on 1 April 2024 in shelling of Homs, the mayor said.',
    ]
    const ingest = async (name: string, reports: readonly object[]) => {
      const file = join(folder, `${name}.jsonl`)
      await writeFile(file, reports.map((one) => JSON.stringify(one)).join('\n'))
      await ingestPaths(test.store, { paths: [file], stdin: null, today: '2024-05-01' })
    }
    beforeAll(() =>
      ingest('more', [
        ...texts.map((text, i) => ({ doc: `incident ${i}`, published: '2024-04-02', text })),
        toll('later', '2024-04-20', 1000),
      ]),
    )
    const everyId = async (
      find: (page: PageRequest) => Promise<Page<{ readonly id: string }>>,
      between?: () => unknown,
    ) => {
      const ids: string[] = []
      for (let page = await find({ limit: 2 }); ; page = await find({ limit: 2, after: page.next ?? '' })) {
        ids.push(...page.items.map(({ id }) => id))
        if (page.next === null) return ids
        if (ids.length === 2) await between?.()
      }
    }

    it('of tolls: what comes meanwhile comes last', async () => {
      const before = (await collected(explainTolls(test.store))).map(({ id }) => id)
      expect(before.length).toBeGreaterThan(2)
      const ids = await everyId(
        (page) => findTolls(test.store, page),
        () => ingest('last', [toll('last', '2024-04-28', 1100)]),
      )
      expect(ids.slice(0, before.length)).toEqual(before)
      expect(ids).toHaveLength(before.length + 1)
      expect((await findTolls(test.store, { limit: 1, total: true })).total).toEqual({ count: ids.length, exact: true })
    })

    it('of checks: those of incidents, then those of tolls, each once, by every filter', async () => {
      for (const filter of [{}, { failing: true }, { open: true }]) {
        const all = (await collected(listChecks(test.store, filter))).map(({ id }) => id)
        expect(new Set(all).size).toBe(all.length)
        expect(await everyId((page) => findChecks(test.store, filter, page))).toEqual(all)
      }
      const places = (await collected(listChecks(test.store, {}))).map(({ incident }) => incident !== null)
      expect(places).toContain(true)
      expect(places).toEqual([...places].sort((a, b) => Number(b) - Number(a)))
    })

    it('of the review queue: the doubtful and weighty first, and nobody meets what somebody reviewed', async () => {
      const queue = async (limit: number) => (await reviewQueue(test.store, { limit })).items
      const all = await queue(50)
      const linked = (await collected(listClaims(test.store, { scope: 'incident' }))).filter(
        ({ incidents }) => incidents.length > 0,
      )
      expect(all.map(({ claim }) => claim.id).sort()).toEqual(linked.map(({ id }) => id).sort())
      const moves = all.map(({ doubt, weight }) => Math.round(doubt * weight * 10000))
      expect(moves).toEqual([...moves].sort((a, b) => b - a))
      expect((await reviewQueue(test.store, { total: true })).total?.count).toBe(all.length)
      // The first that was shown, and one that was not yet.
      const [first, , , fourth] = all.map(({ claim }) => claim.id)
      const decision = {
        field: 'claim',
        decision: 'accept',
        by: 'a coder',
        reason: 'read',
        at: '2024-05-02T10:00:00.000Z',
      }
      const ids = await everyId(
        async (page) => {
          const { items, ...rest } = await reviewQueue(test.store, page)
          return { ...rest, items: items.map(({ claim }) => claim) }
        },
        async () => {
          for (const claim of [first, fourth])
            await reviewClaim(test.store, { claim: claim ?? '', ...decision } as never)
        },
      )
      expect(ids).toEqual(all.map(({ claim }) => claim.id).filter((id) => id !== fourth))
      expect((await queue(50)).map(({ claim }) => claim.id)).toEqual(ids.filter((id) => id !== first))
    })

    it('of the review queue: read from its index, not from the whole record', async () => {
      const plan = await test.store.db.transaction().execute(async (tx) => {
        await sql`set local enable_seqscan = off`.execute(tx)
        const { rows } = await sql<{ 'QUERY PLAN': string }>`
          explain select claim_id from links where rank is not null order by rank desc, claim_id desc limit 50`.execute(
          tx,
        )
        return rows.map((row) => row['QUERY PLAN']).join('\n')
      })
      expect(plan).toContain('links_rank')
      expect(plan).not.toContain('Sort')
    })
  })
})
