import { chmod, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { storeInUse, upgradeBroken } from '../problems/store.ts'
import type { DataFolder } from '../store/data-folder.ts'
import { type Binaries, findBinaries } from '../store/embedded/binaries.ts'
import { takeSeat } from '../store/embedded/built-in-server.ts'
import { type Cluster, findCluster, isWhole, majorOf, upgradedOf } from '../store/embedded/cluster.ts'
import { type OldPrograms, oldPrograms } from '../store/embedded/old-programs.ts'
import { openBuiltIn, type Store } from '../store/open-store.ts'
import { othersConnected } from '../store/queries/server-facts.ts'
import { backUp } from './back-up.ts'
import { recordHash } from './record-hash.ts'
import { restore } from './restore.ts'
import { verifyStore } from './verify-store.ts'

export interface UpgradeOptions {
  readonly programs: OldPrograms
  readonly onProgress?: (progress: {
    readonly phase: 'saving' | 'restoring'
    readonly done: number
    readonly total: null
  }) => void
}

/** What an upgrade did. */
export interface Upgraded {
  readonly from: string
  readonly to: string
  /** Where the old server's files are kept; null where nothing had to be moved. */
  readonly kept: string | null
}

/**
 * Moves the store of an earlier PostgreSQL to the one that this Sijil brings: by a backup and a restore of our own, beside
 * the old files, which take their place only when the record in them is the same and holds. Cut short at any moment it
 * leaves the old store or the whole new one; run again, it goes on.
 */
export const upgradeStore = async (folder: DataFolder, options: UpgradeOptions): Promise<Upgraded> => {
  const cluster = await findCluster(folder)
  const { major } = await findBinaries(cluster.user, folder.root)
  const kept = `${cluster.path}.before`
  if (!cluster.exists && (await isWhole(upgradedOf(cluster.path)))) return finish(cluster, kept, major)
  const from = cluster.exists ? await majorOf(cluster) : major
  if (from === major) return { from, to: major, kept: null }
  const workshop = await mkdtemp(join(folder.root, 'upgrade-'))
  if (cluster.user !== null) await chmod(workshop, 0o711)
  try {
    const programs = await oldPrograms(from, options.programs, { folder: workshop, user: cluster.user })
    await makeNew(folder, cluster, join(workshop, 'backup'), programs, options)
    return await finish(cluster, kept, major)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

/** Puts the new files in the place of the old ones. Between the two steps no store can be opened, and none is made. */
const finish = async (cluster: Cluster, kept: string, to: string): Promise<Upgraded> => {
  if (await isWhole(cluster.path)) {
    await rm(kept, { recursive: true, force: true })
    await rename(cluster.path, kept)
  }
  await rename(upgradedOf(cluster.path), cluster.path)
  return { from: await majorOf({ path: kept }), to, kept }
}

const makeNew = async (
  folder: DataFolder,
  cluster: Cluster,
  backup: string,
  programs: Binaries,
  { onProgress }: UpgradeOptions,
): Promise<void> => {
  const beside = besideOf(folder, cluster)
  await removeDraft(beside)
  const tell = onProgress === undefined ? {} : { onProgress }
  const before = await used(openBuiltIn(folder, programs), async (store) => {
    const others = await othersConnected(store.db, store.name)
    if (others > 0) throw storeInUse(folder.root, others)
    await backUp(store, { to: backup, passphrase: null, ...tell })
    return recordHash(store)
  })
  try {
    await used(openBuiltIn(beside), async (store) => {
      await restore(store, { from: backup, passphrase: null, ...tell })
      for await (const { holds, text } of verifyStore(store)) if (!holds) throw upgradeBroken(folder.root, text)
      if ((await recordHash(store)) !== before) throw upgradeBroken(folder.root, 'its hash is another')
    })
  } catch (error) {
    await removeDraft(beside)
    throw error
  }
}

/** The same data folder with the new server's files beside the old ones. */
const besideOf = (folder: DataFolder, { path }: Cluster): DataFolder => ({
  ...folder,
  root: dirname(path),
  cluster: upgradedOf(path),
  lock: `${folder.lock}.upgrade`,
})

/** Files of an upgrade that was cut short, whose server may run still. */
const removeDraft = async (beside: DataFolder): Promise<void> => {
  if (await isWhole(beside.cluster)) await (await takeSeat(beside)).leave()
  await rm(beside.cluster, { recursive: true, force: true })
}

const used = async <T>(opening: Promise<Store>, use: (store: Store) => Promise<T>): Promise<T> => {
  const store = await opening
  try {
    return await use(store)
  } catch (error) {
    throw await store.explain(error)
  } finally {
    await store.close()
  }
}
