import { execFileSync } from 'node:child_process'
import { chmod, cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtInStores } from '../../testing/built-in-stores.ts'
import { NOBODY, startChild } from '../../testing/child.ts'
import { removeFolder } from '../../testing/test-store.ts'
import { openStore } from '../open-store.ts'
import { listImports } from '../queries/imports.ts'

const isRoot = process.getuid?.() === 0
const { folder, open, clusterOf, serverPid } = builtInStores()

describe('the built-in server', () => {
  it('lets processes that come at the same moment take turns', async () => {
    const children = Array.from({ length: 4 }, () => startChild('hold-store', [join(folder(), 'data')]))
    const rows = await Promise.all(children.map((child) => child.line('wrote')))
    expect(new Set(rows).size).toBe(4)
    const ends = await Promise.all(children.map((child) => child.end()))
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    expect(await serverPid()).toBeNull()
  })

  it('outlives a killed process, is joined by the next, and what was acknowledged is there', async () => {
    const killed = startChild('hold-store', [join(folder(), 'data')])
    const row = Number(await killed.line('wrote'))
    const pid = await serverPid()
    await killed.kill()
    const next = await open()
    expect(await serverPid()).toBe(pid)
    expect((await listImports(next.db)).map(({ id }) => id)).toContain(row)
    await next.close()
    expect(await serverPid()).toBeNull()
  })

  it('recovers when the server itself was killed', async () => {
    const holder = startChild('hold-store', [join(folder(), 'data')])
    const row = Number(await holder.line('wrote'))
    process.kill((await serverPid()) ?? 0, 'SIGKILL')
    await holder.kill()
    const next = await open()
    expect((await listImports(next.db)).map(({ id }) => id)).toContain(row)
    await next.close()
  })

  it('starts although the number of a dead server went to another program', async () => {
    await (await open()).close()
    const cluster = await clusterOf()
    await writeFile(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n5432\n/tmp/nowhere\n\n\nready\n`)
    const store = await open()
    await store.close()
  })
})

describe.runIf(isRoot)('as root', () => {
  it('keeps its files where its user can reach them when the folder is closed', async () => {
    const closed = execFileSync('mktemp', ['-d']).toString().trim()
    const store = await openStore({ data: closed, databaseUrl: null })
    await store.close()
    expect(await readFile(join(closed, 'cluster.path'), 'utf8')).toMatch(/\/sijil\/clusters\//)
    const again = await openStore({ data: closed, databaseUrl: null })
    await again.close()
    await removeFolder(closed)
  })

  it('refuses a copy of a folder whose files lie elsewhere', async () => {
    await mkdir(join(folder(), 'closed'), { mode: 0o700 })
    await (await open('closed')).close()
    await cp(join(folder(), 'closed'), join(folder(), 'copy'), { recursive: true })
    await expect(open('copy')).rejects.toMatchObject({ code: 'copied-folder' })
    await writeFile(join(folder(), 'copy', 'cluster.path'), '/nowhere/cluster')
  })

  it('runs the same for a user without rights', async () => {
    const data = join(folder(), 'data')
    await chmod(folder(), 0o777)
    const child = startChild('hold-store', [data], { user: NOBODY })
    await child.line('wrote')
    expect((await stat(await clusterOf())).uid).toBe(NOBODY.uid)
    expect((await child.end()).code).toBe(0)
    // Root may look in: the server then runs as its owner.
    await (await open()).close()
    const again = startChild('hold-store', [data], { user: NOBODY })
    await again.line('wrote')
    expect((await again.end()).code).toBe(0)
  })
})
