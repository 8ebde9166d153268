import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { STORES, type TestStore, testFolder } from '../../testing/test-store.ts'
import { backUp } from '../back-up.ts'
import { addPerson } from './people.ts'
import { principalOfSession, principalOfToken } from './principal-of.ts'
import { setUpOwner } from './set-up-owner.ts'
import { throttled } from './throttle.ts'
import { makeToken } from './tokens.ts'

describe.each(STORES)('secrets, in %s', (_name, open) => {
  let opened: TestStore
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened?.remove())

  test('tries are counted by account, and by address over all accounts', async () => {
    const { db } = opened.store
    const attempt = (account: string, address: string) =>
      throttled(db, { account, address }, async () => {
        throw new RangeError('wrong')
      }).catch((error: unknown) => (error instanceof RangeError ? 'tried' : (error as { code: string }).code))
    for (let n = 0; n < 5; n++) expect(await attempt('one', '192.0.2.1')).toBe('tried')
    expect(await attempt('one', '192.0.2.2')).toBe('too-many-tries')
    for (let n = 0; n < 25; n++) expect(await attempt(`other ${n}`, '192.0.2.1')).toBe('tried')
    expect(await attempt('nobody yet', '192.0.2.1')).toBe('too-many-tries')
    expect(await attempt('nobody yet', '192.0.2.3')).toBe('tried')
  })

  test('none is kept as it is, and no backup holds one even as a hash', async () => {
    const { store } = opened
    const owner = {
      secret: 'the secret of the terminal',
      email: 'O@example.org',
      name: 'O',
      password: 'a long password',
    }
    const session = await setUpOwner(store, owner.secret, owner, { address: '127.0.0.1', agent: 'a browser' })
    const principal = await principalOfSession(store, session)
    expect(principal?.person.email).toBe('o@example.org')
    const id = principal?.person.id ?? ''
    const { secret: token } = await makeToken(store, { person: id, name: 't', scope: 'read', days: 1 })
    expect((await principalOfToken(store, token))?.person.id).toBe(id)
    const { secret: link } = await addPerson(store, { email: 'p@example.org', name: 'P', grants: [] }, id)

    const everything = await allRows(opened)
    for (const secret of [session, token, link, owner.password, owner.secret]) expect(everything).not.toContain(secret)
    expect(everything).toContain('$argon2id$')

    const file = join(await testFolder(), 'backup')
    await backUp(store, { to: file, passphrase: null })
    const bytes = await readFile(file)
    const start = bytes.indexOf(Buffer.from([0x1f, 0x8b]))
    const content = gunzipSync(bytes.subarray(start)).toString('latin1')
    expect(content).toContain('o@example.org')
    const { rows } = await sql<{ hash: string }>`
      select hash from sessions union select hash from tokens union select hash from invitations`.execute(store.db)
    expect(rows.length).toBe(3)
    for (const { hash } of rows) expect(content).not.toContain(hash)
  })
})

/** Every row of every table, as text. */
const allRows = async ({ store }: TestStore): Promise<string> => {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'sijil'::regnamespace and relkind = 'r'`.execute(store.db)
  const all = await Promise.all(
    tables.map(
      async ({ name }) => (await sql`select to_jsonb(t) as row from ${sql.id('sijil', name)} t`.execute(store.db)).rows,
    ),
  )
  return JSON.stringify(all)
}
