import { Problem } from '@sijil/core/contract/problem.js'
import type { Day } from '@sijil/core/model/time-range.js'
import type { Task } from '../../task.ts'
import { applyGazetteers } from '../apply-gazetteers.ts'
import { importGazetteers } from '../import-gazetteers.ts'
import { importOrganisations } from '../import-organisations.ts'
import { removeOrganisations } from '../remove-organisations.ts'
import { rereadDocuments } from '../reread-documents.ts'
import type { Store } from '../with-store.ts'

export interface TaskProgress {
  readonly phase: string
  readonly done: number
  readonly total: number | null
}

export interface TaskOptions {
  readonly signal: AbortSignal
  readonly onProgress: (progress: TaskProgress) => void
  /** It was begun before, by a server that ended meanwhile. */
  readonly again: boolean
}

/** Does a task. Gives what the command prints with `--json`. Throws a Problem for what cannot be done. */
export const runTask = async (store: Store, task: Task, options: TaskOptions): Promise<object> => {
  const today = new Date().toISOString().slice(0, 10) as Day
  switch (task.kind) {
    case 'import-gazetteer':
      return importGazetteer(store, task)
    case 'apply-gazetteers':
      return applyGazetteers(store, { today, ...options })
    case 'import-organisations': {
      const { path, file, name, replaces } = task
      return importOrganisations(store, { path, source: file, name, replaces, today, ...options })
    }
    case 'remove-organisations':
      await removeOrganisations(store, { name: task.name, sees: task.sees, today, again: options.again })
      return { name: task.name, removed: true }
    case 'reread-documents':
      return { documents: await rereadDocuments(store, { today, ...options }) }
  }
}

const importGazetteer = async (store: Store, task: Task & { readonly kind: 'import-gazetteer' }): Promise<object> => {
  const { path, file, name, licence, replaces } = task
  const request = { paths: [path], name, source: task.source ?? file, licence, replaces }
  for await (const done of importGazetteers(store, request)) {
    if (done instanceof Problem) throw done
    // Where the server keeps its files is nobody's business.
    return { ...done, path: file }
  }
  throw new RangeError('nothing was imported')
}
