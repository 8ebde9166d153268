import type { IngestReport } from '@sijil/core/contract/ingest-report.js'
import { nothingToRetry } from '../problems/record.ts'
import type { Store } from '../store/open-store.ts'
import { type IngestOptions, ingestPaths } from './ingest-paths.ts'
import { showImport } from './show-import.ts'

/** Reads an import's paths again: what was stored is passed over, what was refused is tried anew. */
export const retryImport = async (
  store: Store,
  id: number,
  options: Omit<IngestOptions, 'paths' | 'stdin'>,
): Promise<IngestReport> => {
  const { paths } = await showImport(store, id)
  const again = paths.filter((path) => path !== '-')
  if (again.length === 0) throw nothingToRetry(id)
  return ingestPaths(store, { ...options, paths: again, stdin: null })
}
