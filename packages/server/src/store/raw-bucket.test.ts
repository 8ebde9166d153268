import { appendFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Hex } from '@sijil/core/model/hash.js'
import S3rver from 's3rver'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { backUp } from '../actions/back-up.ts'
import { ingestPaths } from '../actions/ingest-paths.ts'
import { restore } from '../actions/restore.ts'
import { verifyStore } from '../actions/verify-store.ts'
import { withStore } from '../actions/with-store.ts'
import { writeReports } from '../testing/reports.ts'
import { removeFolder, testFolder } from '../testing/test-store.ts'
import { bucketNamedIn, rawBucket } from './raw-bucket.ts'

let folder = ''
let server: S3rver
let endpoint = ''
beforeAll(async () => {
  folder = await testFolder()
  const configureBuckets = [{ name: 'evidence', configs: [] }]
  server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 's3'), configureBuckets })
  endpoint = `http://127.0.0.1:${(await server.run()).port}`
})
afterAll(async () => {
  await server.close()
  await removeFolder(folder)
})
afterEach(() => vi.unstubAllEnvs())

const KEYS = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' }
const env = (more: Readonly<Record<string, string>> = {}) => ({
  SIJIL_RAW: 's3://evidence/raw',
  AWS_ENDPOINT_URL: endpoint,
  ...KEYS,
  ...more,
})
const bucket = (more: Readonly<Record<string, string>> = {}) => {
  const named = bucketNamedIn(env(more))
  if (named === null) throw new Error('no bucket is named')
  return rawBucket(named)
}
const BYTES = Buffer.from('Three people were killed in shelling on Monday, doctors said.')
const HASH = sha256Hex(BYTES)

describe('raw bytes in a bucket', () => {
  it('come back as they were, and keeping them again changes nothing', async () => {
    const raw = bucket()
    expect(await raw.has(HASH)).toBe(false)
    await raw.write(HASH, BYTES)
    await raw.write(HASH, BYTES)
    expect(await raw.has(HASH)).toBe(true)
    expect((await raw.read(HASH)).toString()).toBe(BYTES.toString())
  })

  it('that are missing or were changed are told', async () => {
    const raw = bucket()
    await expect(raw.read(sha256Hex('never kept'))).rejects.toMatchObject({ code: 'ENOENT' })
    const other = Buffer.from('Nine people were wounded.')
    await raw.write(sha256Hex(other), other)
    const files = await readdir(join(folder, 's3'), { recursive: true })
    const file = files.find((name) => name.includes(sha256Hex(other)) && name.endsWith('_object')) ?? ''
    await appendFile(join(folder, 's3', file), '!')
    await expect(raw.read(sha256Hex(other))).rejects.toMatchObject({ code: 'broken-raw' })
  })

  it.each([
    ['keys that the bucket does not know', { AWS_ACCESS_KEY_ID: 'somebody' }, /403 InvalidAccessKeyId/],
    ['a bucket that is not there', { SIJIL_RAW: 's3://nowhere' }, /NoSuchBucket/],
    ['a server that does not answer', { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }, /cannot be reached/],
  ])('%s: the problem says so and what to do', async (_name, more, told) => {
    const writing = bucket(more).write(HASH, BYTES)
    await expect(writing).rejects.toMatchObject({ code: 'raw-bucket-refuses', mend: expect.stringContaining('check') })
    await expect(writing).rejects.toThrow(told)
  })

  it.each([
    ['evidence', {}],
    ['s3://evidence', { AWS_ACCESS_KEY_ID: '' }],
  ])('a setting that cannot be used is told before anything is read: %s', (named, more) => {
    expect(() => bucketNamedIn(env({ SIJIL_RAW: named, ...more }))).toThrow(
      expect.objectContaining({ code: 'raw-bucket-misnamed' }),
    )
  })

  it('serve a whole store: ingest, verify, backup, and restore into a folder', async () => {
    for (const [name, value] of Object.entries(env())) vi.stubEnv(name, value)
    await writeReports(join(folder, 'reports'), 6)
    const [from, file] = [join(folder, 'from'), join(folder, 'backup')]
    await withStore({ data: from, databaseUrl: null }, async (store) => {
      const paths = [join(folder, 'reports')]
      expect((await ingestPaths(store, { paths, stdin: null, today: '2024-07-01' })).new).toBe(6)
      for await (const { holds, text } of verifyStore(store)) expect(holds, text).toBe(true)
      expect((await backUp(store, { to: file, passphrase: null })).files).toBe(6)
    })
    expect(await readdir(join(from, 'raw'))).toEqual([])
    vi.unstubAllEnvs()
    const to = join(folder, 'to')
    await withStore({ data: to, databaseUrl: null }, async (store) => {
      await restore(store, { from: file, passphrase: null })
      for await (const { holds, text } of verifyStore(store)) expect(holds, text).toBe(true)
    })
    expect((await readdir(join(to, 'raw'))).length).toBeGreaterThan(0)
    await removeFolder(from)
    await removeFolder(to)
  }, 120_000)
})
