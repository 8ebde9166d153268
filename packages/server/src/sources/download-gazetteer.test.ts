import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { downloadGazetteer } from './download-gazetteer.ts'

const CONTENT = 'the places of a country, packed'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sijil-download-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Downloads from a server that answers so, and tells what ranges it was asked for. */
const download = async (answer: RequestListener) => {
  const ranges: (string | undefined)[] = []
  const server = createServer((request, reply) => {
    ranges.push(request.headers.range)
    answer(request, reply)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const template = `http://127.0.0.1:${(server.address() as AddressInfo).port}/CC.zip`
  try {
    const done = await downloadGazetteer('XT', template, folder, new AbortController().signal)
    return { ranges, content: await readFile(done.path, 'utf8'), url: done.url }
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

describe('a download that broke off', () => {
  it('goes on where it stopped', async () => {
    await writeFile(join(folder, 'XT.zip.part'), CONTENT.slice(0, 10))
    const { ranges, content, url } = await download((_, reply) => {
      reply.writeHead(206, { 'content-range': `bytes 10-${CONTENT.length - 1}/${CONTENT.length}` })
      reply.end(CONTENT.slice(10))
    })
    expect(ranges).toEqual(['bytes=10-'])
    expect(content).toBe(CONTENT)
    expect(url).toMatch(/\/XT\.zip$/)
  })

  it('begins anew where the server sends all of it', async () => {
    await writeFile(join(folder, 'XT.zip.part'), 'something older')
    const { content } = await download((_, reply) => reply.end(CONTENT))
    expect(content).toBe(CONTENT)
  })

  it('is done where all was there', async () => {
    await writeFile(join(folder, 'XT.zip.part'), CONTENT)
    const { content } = await download((_, reply) => reply.writeHead(416).end())
    expect(content).toBe(CONTENT)
  })
})
