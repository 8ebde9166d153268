import type { TaskRecord } from '@sijil/core/contract/api/routes/tasks.js'
import type { Principal } from '../../actions/accounts/principal.ts'
import { askTask, listTasks, showTask } from '../../actions/tasks/ask-task.ts'
import type { Task } from '../../task.ts'
import { eventStream } from '../event-stream.ts'
import type { HandlersOf } from '../handlers-of.ts'
import type { ServerContext } from '../server-context.ts'

const PROGRESS_MS = 250

/** Lets a task wait for its turn. */
export const begun = async (server: ServerContext, who: Principal, task: Task): Promise<TaskRecord> => {
  const asked = await askTask(server.store, task, who.person)
  server.tasks.wake()
  return asked
}

/** What the store does not know is how far the one in hand has come. */
const withProgress = (server: ServerContext, task: TaskRecord): TaskRecord =>
  task.state === 'running' ? { ...task, progress: server.tasks.progressOf(task.id) } : task

const OVER: ReadonlySet<TaskRecord['state']> = new Set(['done', 'failed', 'interrupted'])

export const taskHandlers: HandlersOf<'listTasks' | 'showTask' | 'followTask' | 'rereadDocuments'> = {
  listTasks: async ({ server }) => ({
    reply: { items: (await listTasks(server.store)).map((task) => withProgress(server, task)) },
  }),
  showTask: async ({ server, params }) => ({ reply: withProgress(server, await showTask(server.store, params.id)) }),
  followTask: async ({ server, params, signal }) => {
    await showTask(server.store, params.id)
    const stream = eventStream(signal, async (send, pause) => {
      for (let told = ''; !signal.aborted; await pause(PROGRESS_MS)) {
        const task = withProgress(server, await showTask(server.store, params.id))
        if (OVER.has(task.state)) return send('end', task)
        const progress = task.progress ?? { phase: task.state, done: 0, total: null }
        if (JSON.stringify(progress) !== told) send('progress', progress)
        told = JSON.stringify(progress)
      }
    })
    return { reply: null, stream }
  },
  rereadDocuments: async ({ server, who }) => ({ reply: await begun(server, who, { kind: 'reread-documents' }) }),
}
