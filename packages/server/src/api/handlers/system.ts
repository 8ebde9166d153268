import { Readable } from 'node:stream'
import { openapiOf } from '@sijil/core/contract/api/openapi.js'
import { referenceHtml } from '@sijil/core/contract/api/reference-html.js'
import { ROUTES } from '@sijil/core/contract/api/routes.js'
import { logBackUp } from '../../actions/accounts/log-back-up.ts'
import { backUpStream } from '../../actions/back-up.ts'
import { collected } from '../../actions/collected.ts'
import { doctor } from '../../actions/doctor.ts'
import { showStatus } from '../../actions/show-status.ts'
import { eventStream } from '../event-stream.ts'
import type { HandlersOf } from '../handlers-of.ts'
import { streamOf } from '../stream-of.ts'

type Names = 'health' | 'openapi' | 'reference' | 'showStatus' | 'doctor' | 'backUp' | 'changes'

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

const CHANGES_MS = 1000

const descriptions = new Map<string, ReturnType<typeof openapiOf>>()

/** What the routes are, made when it is first asked for. */
const descriptionOf = (version: string): ReturnType<typeof openapiOf> => {
  const made = descriptions.get(version) ?? openapiOf(ROUTES, version)
  descriptions.set(version, made)
  return made
}

export const systemHandlers: HandlersOf<Names> = {
  health: async ({ server }) => {
    await server.versions()
    return { reply: { ok: true, version: server.version } }
  },
  openapi: async ({ server }) => ({ reply: { ...descriptionOf(server.version) } }),
  reference: async ({ server }) => ({
    reply: null,
    stream: { mediaType: 'text/html; charset=utf-8', body: streamOf(once(referenceHtml(ROUTES, server.version))) },
  }),
  showStatus: async ({ server }) => ({ reply: await showStatus(server.store) }),
  doctor: async ({ server }) => ({ reply: { items: [...(await collected(doctor(server.storeOptions)))] } }),
  backUp: async ({ server, who, body: { passphrase } }) => {
    await logBackUp(server.store, who.person.id)
    const body = Readable.toWeb(backUpStream(server.store, passphrase)) as ReadableStream<Uint8Array>
    const day = new Date().toISOString().slice(0, 10)
    return { reply: null, stream: { mediaType: 'application/octet-stream', body, file: `sijil-${day}.backup` } }
  },
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
