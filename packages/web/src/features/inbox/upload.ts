import type { UploadRecord } from '@sijil/core/contract/api/routes/imports.js'
import { api } from '../../lib/api.ts'

export interface Progress {
  readonly name: string
  readonly phase: string
  /** 0 to 1; null while nobody knows. */
  readonly share: number | null
  readonly end: UploadRecord | null
}

/** Sends a file and follows it until it is read. */
export const upload = async (file: File, tell: (progress: Progress) => void): Promise<UploadRecord> => {
  const { name } = file
  tell({ name, phase: 'sending', share: 0, end: null })
  const started = (await api.call('startUpload', { body: { name, size: file.size } })).body
  const sent = (await api.call('sendUpload', { params: { id: started.id }, query: { from: 0 }, bytes: file })).body
  return follow(sent, tell)
}

/** Follows what was sent until its import ends. */
export const follow = (sent: UploadRecord, tell: (progress: Progress) => void): Promise<UploadRecord> =>
  new Promise((resolve, reject) => {
    const events = new EventSource(api.url('followUpload', { params: { id: sent.id } }))
    events.addEventListener('progress', ({ data }: MessageEvent<string>) => {
      const { phase, done, total } = JSON.parse(data) as { phase: string; done: number; total: number | null }
      tell({ name: sent.name, phase, share: total ? done / total : null, end: null })
    })
    events.addEventListener('end', ({ data }: MessageEvent<string>) => {
      events.close()
      const end = JSON.parse(data) as UploadRecord
      tell({ name: sent.name, phase: end.state, share: 1, end })
      resolve(end)
    })
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) reject(new TypeError('the event stream closed'))
    }
  })
