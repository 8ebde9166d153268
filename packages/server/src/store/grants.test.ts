import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { grantRole } from '../actions/grant-role.ts'
import { ingestPaths } from '../actions/ingest-paths.ts'
import { queuePaths } from '../actions/queue/queue-paths.ts'
import { runWorker } from '../actions/queue/run-worker.ts'
import { withStore } from '../actions/with-store.ts'
import { LONG } from '../testing/ingests.ts'
import { writeReports } from '../testing/reports.ts'
import { makeDatabase, removeFolder, serverIsThere, testFolder } from '../testing/test-store.ts'
import { mayRewrite } from './grants.ts'

describe.runIf(serverIsThere)('a role that was granted the use of the store', () => {
  it('can add to the record, and neither change nor remove what only grows', { timeout: LONG }, async () => {
    const folder = await testFolder()
    const data = join(folder, 'data')
    await writeReports(join(folder, 'reports'), 12)
    const { url, drop } = await makeDatabase()
    const role = `sijil_role_${randomUUID().slice(0, 8)}`
    const own = { data, databaseUrl: url }
    await withStore(own, async (store) => {
      await expect(grantRole(store, role)).rejects.toMatchObject({ code: 'no-such-role' })
      await sql`create role ${sql.id(role)} login password 'kitten'`.execute(store.db)
      expect(await grantRole(store, role)).toEqual(expect.arrayContaining(['log', 'claims', 'documents', 'judgements']))
      expect(await mayRewrite(store.db)).toBe(true)
    })
    const address = new URL(url)
    address.username = role
    address.password = 'kitten'
    const restricted = { data, databaseUrl: address.toString() }
    await withStore(restricted, async (store) => {
      const done = await ingestPaths(store, { paths: [join(folder, 'reports')], stdin: null, today: '2024-07-01' })
      expect(done.new).toBe(12)
      await writeReports(join(folder, 'more'), 3, 50)
      await queuePaths(store, { paths: [join(folder, 'more')], stdin: null, priority: 'person' })
      await runWorker(store, { today: () => '2024-07-01', untilEmpty: true })
      expect(await mayRewrite(store.db)).toBe(false)
      for (const statement of [
        'update log set body = body',
        'delete from claims',
        'truncate log',
        'alter table log disable trigger all',
        'drop trigger log_rows_stay on log',
        `set session_replication_role = replica`,
        'drop table withdrawals',
        `delete from kysely_migration`,
      ])
        await expect(sql.raw(statement).execute(store.db), statement).rejects.toMatchObject({ code: '42501' })
    })
    await withStore(own, async ({ db }) => {
      await sql`drop owned by ${sql.id(role)}`.execute(db)
      await sql`drop role ${sql.id(role)}`.execute(db)
    })
    await drop()
    await removeFolder(folder)
  })
})
