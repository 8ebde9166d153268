import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { readPostmaster } from '../store/embedded/postmaster.ts'
import { openStore } from '../store/open-store.ts'
import { removeFolder, testFolder } from './test-store.ts'

/** A folder for each test of a suite, in which it makes stores of the built-in server, by name; all are removed behind it. */
export const builtInStores = () => {
  let folder: string
  beforeEach(async () => {
    folder = await testFolder()
  })
  afterEach(async () => {
    for (const name of ['data', 'copy', 'a place with spaces ومكان', 'closed']) await removeFolder(join(folder, name))
    await removeFolder(folder)
  })
  const clusterOf = async (name = 'data') => {
    const path = join(folder, name, 'cluster')
    return (await readFile(`${path}.path`, 'utf8').catch(() => null)) ?? path
  }
  return {
    folder: () => folder,
    open: (name = 'data') => openStore({ data: join(folder, name), databaseUrl: null }),
    clusterOf,
    /** The process of the server that runs there; null for none. */
    serverPid: async (name = 'data') => (await readPostmaster(await clusterOf(name)))?.pid ?? null,
  }
}
