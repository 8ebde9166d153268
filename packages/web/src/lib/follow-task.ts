import type { TaskRecord } from '@sijil/core/contract/api/routes/tasks.js'
import { api } from './api.ts'

/** Waits until a task of the server's has ended. Throws what it says of why it failed. */
export const followTask = (begun: TaskRecord): Promise<TaskRecord> =>
  new Promise((resolve, reject) => {
    const events = new EventSource(api.url('followTask', { params: { id: begun.id } }))
    events.addEventListener('end', ({ data }: MessageEvent<string>) => {
      events.close()
      const end = JSON.parse(data) as TaskRecord
      if (end.state !== 'done') reject(new Error(end.problem ?? end.kind))
      else resolve(end)
    })
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) reject(new TypeError('the event stream closed'))
    }
  })
