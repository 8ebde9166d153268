import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { removeFolder, testFolder } from '../testing/test-store.ts'
import { type Wanted, webPage } from './web-pages.ts'

const MAP = JSON.stringify({ lands: Array.from({ length: 300 }, (_, i) => `land ${i}`) })

describe('files of the web pages', () => {
  let root: string
  beforeAll(async () => {
    root = await testFolder()
    await mkdir(join(root, 'assets'), { recursive: true })
    await writeFile(join(root, 'index.html'), '<script nonce="__CSP_NONCE__"></script>')
    await writeFile(join(root, 'map.json'), MAP)
    await writeFile(join(root, 'map.json.br'), brotliCompressSync(MAP))
    await writeFile(join(root, 'map.json.gz'), gzipSync(MAP))
    await writeFile(join(root, 'plain.svg'), '<svg/>')
    // Left by a build before this one.
    await writeFile(join(root, 'plain.svg.br'), brotliCompressSync('<svg>old</svg>'))
    await utimes(join(root, 'plain.svg.br'), 1, 1)
  })
  afterAll(() => removeFolder(root))

  const ask = (path: string, acceptEncoding: string | null, ifNoneMatch: string | null = null) =>
    webPage(root, path, 'abc', { acceptEncoding, ifNoneMatch } satisfies Wanted)
  const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

  test('come as small as the browser takes them, the same words whichever way', async () => {
    const brotli = await ask('/map.json', 'gzip, deflate, br, zstd')
    expect(brotli.headers.get('content-encoding')).toBe('br')
    expect(brotli.headers.get('content-type')).toBe('application/json')
    expect(brotli.headers.get('vary')).toBe('Accept-Encoding')
    expect(brotliDecompressSync(await bytesOf(brotli)).toString()).toBe(MAP)
    const gzip = await ask('/map.json', 'gzip;q=0.8, br;q=0')
    expect(gzip.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(await bytesOf(gzip)).toString()).toBe(MAP)
    for (const none of [null, '', 'identity', 'zstd']) {
      const plain = await ask('/map.json', none)
      expect(plain.headers.get('content-encoding')).toBeNull()
      expect((await bytesOf(plain)).toString()).toBe(MAP)
    }
  })

  test('come once: each encoding has a tag of its own', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', null].map(async (one) => (await ask('/map.json', one)).headers.get('etag')),
    )
    expect(new Set(tags).size).toBe(3)
    expect((await ask('/map.json', 'br', tags[0])).status).toBe(304)
    expect((await ask('/map.json', 'gzip', tags[0])).status).toBe(200)
  })

  test('never come from another build, and are no files of their own', async () => {
    const old = await ask('/plain.svg', 'br')
    expect(old.headers.get('content-encoding')).toBeNull()
    expect((await bytesOf(old)).toString()).toBe('<svg/>')
    for (const path of ['/map.json.br', '/map.json.gz'])
      expect(await (await ask(path, null)).text()).toContain('nonce="abc"')
  })

  test('the first page, which carries the nonce of its reply, is never compressed', async () => {
    const first = await ask('/incidents/X', 'br, gzip')
    expect(first.headers.get('content-encoding')).toBeNull()
    expect(await first.text()).toBe('<script nonce="abc"></script>')
  })
})
