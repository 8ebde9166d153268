import { ingestPaths } from '../actions/ingest-paths.ts'
import { recordHash } from '../actions/record-hash.ts'
import { verifyStore } from '../actions/verify-store.ts'
import type { TestStore } from './test-store.ts'

/** The hash of the record of files as one process reads them on that day. */
export const plainHash = async (
  open: () => Promise<TestStore>,
  paths: readonly string[],
  today: string,
): Promise<string> => {
  const plain = await open()
  await ingestPaths(plain.store, { paths, stdin: null, today })
  const hash = await recordHash(plain.store)
  await plain.remove()
  return hash
}

/** What `sijil verify` finds wrong. */
export const problemsOf = async ({ store }: TestStore): Promise<readonly string[]> => {
  const problems: string[] = []
  for await (const { holds, text } of verifyStore(store)) if (!holds) problems.push(text)
  return problems
}
