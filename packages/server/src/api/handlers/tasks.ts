import type { TaskRecord } from '@sijil/core/contract/api/routes/tasks.js'
import { noSuchThing } from '../../access-problems.ts'
import type { Principal } from '../../actions/accounts/principal.ts'
import { logTask } from '../../actions/tasks/log-task.ts'
import type { Task } from '../../actions/tasks/run-task.ts'
import { eventStream } from '../event-stream.ts'
import type { HandlersOf } from '../handlers-of.ts'
import type { ServerContext } from '../server-context.ts'

const PROGRESS_MS = 250

/** Lets a task wait for its turn; the log keeps who asked. */
export const begun = async (server: ServerContext, who: Principal, task: Task): Promise<TaskRecord> => {
  await logTask(server.store, { kind: task.kind, by: who.person.id })
  return server.tasks.add(task, who.person.name)
}

const expectTask = (server: ServerContext, id: string): TaskRecord => {
  const task = server.tasks.find(id)
  if (task === undefined) throw noSuchThing('task')
  return task
}

export const taskHandlers: HandlersOf<'listTasks' | 'showTask' | 'followTask' | 'rereadDocuments'> = {
  listTasks: async ({ server }) => ({ reply: { items: [...server.tasks.list()] } }),
  showTask: async ({ server, params }) => ({ reply: expectTask(server, params.id) }),
  followTask: async ({ server, params, signal }) => {
    expectTask(server, params.id)
    const stream = eventStream(signal, async (send, pause) => {
      for (let told = ''; !signal.aborted; await pause(PROGRESS_MS)) {
        const task = expectTask(server, params.id)
        if (task.state === 'done' || task.state === 'failed') return send('end', task)
        const progress = task.progress ?? { phase: task.state, done: 0, total: null }
        if (JSON.stringify(progress) !== told) send('progress', progress)
        told = JSON.stringify(progress)
      }
    })
    return { reply: null, stream }
  },
  rereadDocuments: async ({ server, who }) => ({ reply: await begun(server, who, { kind: 'reread-documents' }) }),
}
