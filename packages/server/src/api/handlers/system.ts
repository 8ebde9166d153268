import { openapiOf } from '@sijil/core/contract/api/openapi.js'
import { referenceHtml } from '@sijil/core/contract/api/reference-html.js'
import { ROUTES } from '@sijil/core/contract/api/routes.js'
import { showStatus } from '../../actions/show-status.ts'
import { eventStream } from '../event-stream.ts'
import type { HandlersOf } from '../handlers-of.ts'
import { streamOf } from '../stream-of.ts'

type Names = 'health' | 'openapi' | 'reference' | 'showStatus' | 'changes'

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

const CHANGES_MS = 1000

export const systemHandlers: HandlersOf<Names> = {
  health: async ({ server }) => {
    await server.versions()
    return { reply: { ok: true, version: server.version } }
  },
  openapi: async ({ server }) => ({ reply: { ...openapiOf(ROUTES, server.version) } }),
  reference: async ({ server }) => ({
    reply: null,
    stream: { mediaType: 'text/html; charset=utf-8', body: streamOf(once(referenceHtml(ROUTES, server.version))) },
  }),
  showStatus: async ({ server }) => ({ reply: await showStatus(server.store) }),
  changes: async ({ server, signal }) => ({
    reply: null,
    stream: eventStream(signal, async (send, pause) => {
      let known = ''
      while (!signal.aborted) {
        const { record } = await server.versions()
        if (record !== known) send('record', { version: record })
        known = record
        await pause(CHANGES_MS)
      }
    }),
  }),
}
