import { z } from 'zod'
import { route } from '../route.ts'

const tag = 'Tasks'

/** Work that takes longer than a request. */
export const TASK_KINDS = [
  'import-gazetteer',
  'apply-gazetteers',
  'import-organisations',
  'remove-organisations',
  'reread-documents',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** `interrupted`: the server ended while it was done, and it could not be taken up again. */
export const TASK_STATES = ['waiting', 'running', 'done', 'failed', 'interrupted'] as const
export type TaskState = (typeof TASK_STATES)[number]

/** A task; one that a server left when it ended is taken up by the next. */
export const taskRecordSchema = z.object({
  id: z.uuid(),
  kind: z.enum(TASK_KINDS),
  state: z.enum(TASK_STATES).describe('`interrupted`: the server ended meanwhile, and it could not be taken up again.'),
  progress: z
    .object({
      phase: z.string(),
      done: z.number().int().nonnegative(),
      total: z.number().int().nonnegative().nullable(),
    })
    .nullable(),
  result: z.record(z.string(), z.unknown()).nullable().describe('What the command prints with --json.'),
  problem: z.string().nullable().describe('Why it failed or was interrupted, and what to do.'),
  by: z.string().describe('Who asked for it.'),
  askedAt: z.iso.datetime(),
})
export type TaskRecord = z.infer<typeof taskRecordSchema>

const params = z.object({ id: z.uuid() })

export const taskRoutes = {
  listTasks: route({
    method: 'get',
    path: '/api/tasks',
    tag,
    summary: 'Long work that was asked for, the newest first',
    about:
      'The newest hundred. One runs at a time. When the server ends, the next takes up what was not done: what is done already is ' +
      'passed over.',
    needs: 'admin',
    everywhere: true,
    scope: 'admin',
    status: 200,
    reply: z.object({ items: z.array(taskRecordSchema) }),
  }),
  showTask: route({
    method: 'get',
    path: '/api/tasks/{id}',
    tag,
    summary: 'One task',
    needs: 'admin',
    everywhere: true,
    scope: 'admin',
    params,
    status: 200,
    reply: taskRecordSchema,
  }),
  followTask: route({
    method: 'get',
    path: '/api/tasks/{id}/events',
    tag,
    summary: 'How far a task has come, as server-sent events',
    needs: 'admin',
    everywhere: true,
    scope: 'admin',
    params,
    status: 200,
    reply: { mediaTypes: ['text/event-stream'], about: 'Events `progress`, and `end` with the task.' },
  }),
  rereadDocuments: route({
    method: 'post',
    path: '/api/reread',
    tag,
    summary: 'Read stored documents anew that were read by the rules of another version',
    needs: 'admin',
    everywhere: true,
    scope: 'admin',
    writes: 'folds',
    status: 202,
    reply: taskRecordSchema,
  }),
} as const
