import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp } from '../actions/back-up.ts'
import { ingestPaths } from '../actions/ingest-paths.ts'
import { recordHash } from '../actions/record-hash.ts'
import { restore } from '../actions/restore.ts'
import { verifyStore } from '../actions/verify-store.ts'
import { writeReports } from './reports.ts'
import { removeFolder, STORES, type TestStore, testFolder } from './test-store.ts'

const headOf = async ({ store }: TestStore) => {
  const findings = []
  for await (const finding of verifyStore(store)) findings.push(finding)
  expect(findings.filter(({ holds }) => !holds)).toEqual([])
  return findings
}

/** From which kind of store to which: each to itself, or each to the others. */
export const pairsOf = (same: boolean) =>
  STORES.flatMap(([from, open]) => STORES.map(([to, openTo]) => [from, to, open, openTo] as const)).filter(
    ([from, to]) => (from === to) === same,
  )

/** Backs up and restores between stores, with each of these passphrases. */
export const testBackUps = (pairs: ReturnType<typeof pairsOf>, passphrases: readonly (string | null)[]): unknown =>
  describe.each(pairs)('a backup of %s', (_from, to, open, openTo) => {
    let test: TestStore
    let folder: string
    beforeAll(async () => {
      test = await open()
      folder = await testFolder()
      await writeReports(join(folder, 'reports'), 30)
      await ingestPaths(test.store, { paths: [join(folder, 'reports')], stdin: null, today: '2024-07-01' })
    })
    afterAll(async () => {
      await test.remove()
      await removeFolder(folder)
    })

    const restored = async <T>(from: string, passphrase: string | null, use: (other: TestStore) => Promise<T>) => {
      const other = await openTo()
      try {
        await restore(other.store, { from, passphrase })
        return await use(other)
      } finally {
        await other.remove()
      }
    }

    it.each(passphrases)(`restored into ${to} is the same record, with passphrase %s`, async (passphrase) => {
      const file = join(folder, 'store.backup')
      const made = await backUp(test.store, { to: file, passphrase })
      expect(made).toMatchObject({ bytes: (await stat(file)).size, files: 30 })
      await restored(file, passphrase, async (other) => {
        expect(await headOf(other)).toEqual(await headOf(test))
        expect(await recordHash(other.store)).toBe(await recordHash(test.store))
        const report = await ingestPaths(other.store, {
          paths: [join(folder, 'reports')],
          stdin: null,
          today: '2024-07-01',
        })
        expect(report).toMatchObject({ new: 0, known: 30 })
      })
    })

    it('that was damaged, cut short or is of another is refused whole', async () => {
      const file = join(folder, 'store.backup')
      const bad = join(folder, 'bad.backup')
      const other = await openTo()
      const refused = async (from: string, passphrase: string | null) => {
        await expect(restore(other.store, { from, passphrase })).rejects.toMatchObject({ code: 'backup-not-read' })
        expect((await headOf(other))[0]?.text).toContain('0 entries')
      }
      for (const passphrase of [null, 'secret']) {
        await backUp(test.store, { to: file, passphrase })
        const bytes = await readFile(file)
        const flipped = Buffer.from(bytes)
        flipped[Math.floor(bytes.length / 2)] = (flipped[Math.floor(bytes.length / 2)] ?? 0) ^ 1
        for (const content of [flipped, bytes.subarray(0, -40), Buffer.from('no backup at all'), Buffer.alloc(0)]) {
          await writeFile(bad, content)
          await refused(bad, passphrase)
        }
      }
      await refused(file, 'wrong')
      await refused(file, null)
      await other.remove()
    })

    it('is not restored into a store that holds something', async () => {
      const file = join(folder, 'store.backup')
      await backUp(test.store, { to: file, passphrase: null })
      await expect(restore(test.store, { from: file, passphrase: null })).rejects.toMatchObject({
        code: 'store-not-empty',
      })
    })

    it('that cannot be written is told, and leaves nothing behind', async () => {
      const to = join(folder, 'nowhere', 'store.backup')
      await expect(backUp(test.store, { to, passphrase: null })).rejects.toMatchObject({ code: 'backup-not-written' })
    })
  })
