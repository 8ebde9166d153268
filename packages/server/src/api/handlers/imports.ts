import { basename } from 'node:path'
import type { ImportRecord } from '@sijil/core/contract/import-record.js'
import { roleIn } from '../../actions/accounts/principal.ts'
import { findImportFiles } from '../../actions/list-import-files.ts'
import { findImports } from '../../actions/list-imports.ts'
import { fileNameMasker } from '../../actions/protection/mask-file-names.ts'
import { showImport } from '../../actions/show-import.ts'
import { addReport } from '../../actions/uploads/add-report.ts'
import { receiveUpload } from '../../actions/uploads/receive-upload.ts'
import { retryUpload } from '../../actions/uploads/retry-upload.ts'
import { showUpload, toUploadRecord } from '../../actions/uploads/show-upload.ts'
import { startUpload } from '../../actions/uploads/start-upload.ts'
import { noSuchThing } from '../../problems/access.ts'
import type { Call } from '../call.ts'
import { eventStream } from '../event-stream.ts'
import type { HandlersOf } from '../handlers-of.ts'

type Names =
  | 'listImports'
  | 'showImport'
  | 'listImportFiles'
  | 'startUpload'
  | 'showUpload'
  | 'sendUpload'
  | 'followUpload'
  | 'addReport'
  | 'retryImport'

const PROGRESS_MS = 250

export const importHandlers: HandlersOf<Names> = {
  listImports: async ({ server, store, protection, query }) => {
    const page = await findImports(store, query)
    const items = page.items.map(withoutFolders)
    const mask = await maskerFor(
      server,
      protection,
      items.flatMap(({ paths }) => paths),
    )
    return { reply: { ...page, items: items.map((one) => ({ ...one, paths: one.paths.map(mask) })) }, about: [] }
  },
  showImport: async ({ server, store, protection, params }) => {
    const { refusals, ...record } = await showImport(store, params.id)
    const { paths, ...rest } = withoutFolders(record)
    const mask = await maskerFor(server, protection, [...paths, ...refusals.flatMap(({ name, text }) => [name, text])])
    return {
      reply: {
        ...rest,
        paths: paths.map(mask),
        refusals: refusals.map((one) => ({ ...one, name: mask(one.name), text: mask(one.text) })),
      },
      about: [],
    }
  },
  listImportFiles: async ({ server, store, protection, params, query }) => {
    const page = await findImportFiles(store, params.id, query)
    const mask = await maskerFor(
      server,
      protection,
      page.items.flatMap(({ name, text }) => [name, text ?? '']),
    )
    const items = page.items.map((one) => ({
      ...one,
      name: mask(one.name),
      text: one.text === null ? null : mask(one.text),
    }))
    return { reply: { ...page, items }, about: [] }
  },
  startUpload: async (call) => {
    const { server, who, body } = call
    const collection = collectionFor(call, body.collection)
    const upload = await startUpload(server.store, { ...body, collection, person: who.person.id })
    return { reply: await toUploadRecord(server.store, upload) }
  },
  showUpload: async (call) => ({ reply: await ownUpload(call) }),
  sendUpload: async (call) => {
    const { server, params, query, bytes } = call
    await ownUpload(call)
    const upload = await receiveUpload(server.store, params.id, query.from, bytes)
    if (upload.state === 'waiting') server.uploads.add(upload.id)
    return { reply: await toUploadRecord(server.store, upload) }
  },
  followUpload: async (call) => {
    const { server, params, signal } = call
    await ownUpload(call)
    const stream = eventStream(signal, async (send, pause) => {
      for (let told = ''; !signal.aborted; await pause(PROGRESS_MS)) {
        const upload = await toUploadRecord(server.store, await showUpload(server.store, params.id))
        if (upload.state === 'done' || upload.state === 'failed') return send('end', upload)
        const receiving = { phase: 'receiving', done: upload.received, total: upload.size }
        const progress = server.uploads.progressOf(upload.id) ?? { ...receiving, phase: upload.state }
        if (JSON.stringify(progress) !== told) send('progress', progress)
        told = JSON.stringify(progress)
      }
    })
    return { reply: null, stream }
  },
  addReport: async (call) => {
    const { server, who, body } = call
    const collection = collectionFor(call, body.collection)
    const upload = await addReport(server.store, { ...body, collection, person: who.person.id })
    server.uploads.add(upload.id)
    return { reply: await toUploadRecord(server.store, upload) }
  },
  retryImport: async ({ server, store, params }) => {
    await showImport(store, params.id)
    const upload = await retryUpload(server.store, params.id)
    server.uploads.add(upload.id)
    return { reply: await toUploadRecord(server.store, upload) }
  },
}

/** Leaves everything to whoever asked for names and may see them. */
const maskerFor = async (
  server: Call<never>['server'],
  { shown }: Call<never>['protection'],
  texts: readonly string[],
): Promise<(text: string) => string> => (shown ? (text) => text : fileNameMasker(server.store, server.names, texts))

/** Where the server keeps its files is nobody's business. */
const withoutFolders = (record: ImportRecord): ImportRecord => ({
  ...record,
  paths: record.paths.map((path) => basename(path)),
})

const MAIN = 1

/** The collection that was named, or the first one that they may write to. Throws a Problem for one that they may not. */
const collectionFor = (
  { who, reach }: Pick<Call<never>, 'reach'> & { readonly who: Parameters<typeof roleIn>[0] },
  named?: number,
): number => {
  const may = (id: number) => reach !== null && (reach.collections === 'all' || reach.collections.includes(id))
  const collection =
    named ?? (may(MAIN) || reach === null || reach.collections === 'all' ? MAIN : (reach.collections[0] ?? MAIN))
  if (roleIn(who, collection) === null || !may(collection)) throw noSuchThing('collection')
  return collection
}

/** The upload of whoever asks, or one into a collection that they may write to. Throws a Problem for any other. */
const ownUpload = async ({
  server,
  params,
  reach,
}: {
  readonly server: Call<never>['server']
  readonly params: { readonly id: string }
  readonly reach: Call<never>['reach']
}) => {
  const upload = await showUpload(server.store, params.id)
  const may = reach !== null && (reach.collections === 'all' || reach.collections.includes(upload.collection_id))
  if (!may) throw noSuchThing('upload')
  return toUploadRecord(server.store, upload)
}
