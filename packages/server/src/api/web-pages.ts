import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pmtiles': 'application/octet-stream',
  '.geojson': 'application/geo+json',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

const NO_PAGES = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sijil</title>
<p>Sijil's API runs here: see <a href="/api/docs">/api/docs</a>. The web pages are not built.</p></html>`

/** What a browser takes, and has already. */
export interface Wanted {
  readonly acceptEncoding: string | null
  readonly ifNoneMatch: string | null
}

/**
 * A file of the built web pages; whatever is none gets the first page, which finds its own way. The first page's scripts and
 * styles carry the nonce of this reply. Never leaves the folder.
 */
export const webPage = async (root: string | null, path: string, nonce: string, wanted: Wanted): Promise<Response> => {
  if (root === null) return page(NO_PAGES)
  const file = await fileAt(root, path)
  const index = join(root, 'index.html')
  if (file === null || file === index) return page(withNonce(await readFile(index, 'utf8'), nonce))
  const sent = await smallest(file, wanted.acceptEncoding)
  const headers = new Headers({
    'content-type': MEDIA_TYPES[extname(file)] ?? 'application/octet-stream',
    // Names of built files hold a hash of what is in them.
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'Accept-Encoding',
    etag: sent.etag,
  })
  if (wanted.ifNoneMatch === sent.etag) return new Response(null, { status: 304, headers })
  if (sent.encoding !== null) headers.set('content-encoding', sent.encoding)
  return new Response(await readFile(sent.file), { headers })
}

/** What the build left beside a file, the smallest first. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

interface Sent {
  readonly file: string
  readonly encoding: string | null
  readonly etag: string
}

/**
 * A file as the browser takes it. Only what the build compressed is sent compressed: it holds nothing of anybody's, and nothing
 * that was asked. Replies of the API never are, for how small a secret grows beside what somebody else typed would tell it.
 */
const smallest = async (file: string, accepted: string | null): Promise<Sent> => {
  const plain = await stat(file)
  const taken = new Set((accepted ?? '').split(',').map((one) => one.trim().toLowerCase()))
  for (const [encoding, ending] of ENCODINGS) {
    if (
      !taken.has(encoding) &&
      ![...taken].some((one) => one.startsWith(`${encoding};`) && !/;\s*q=0(\.0*)?$/.test(one))
    )
      continue
    const made = await stat(file + ending).catch(() => null)
    // One that is older than the file was left by another build.
    if (made !== null && made.mtimeMs >= plain.mtimeMs)
      return { file: file + ending, encoding, etag: tagOf(plain, encoding) }
  }
  return { file, encoding: null, etag: tagOf(plain, '') }
}

const tagOf = ({ size, mtimeMs }: { readonly size: number; readonly mtimeMs: number }, encoding: string): string =>
  `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}${encoding}"`

const page = (html: string): Response =>
  new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })

/** What the build leaves in the first page where a nonce goes. */
const withNonce = (html: string, nonce: string): string => html.replaceAll('__CSP_NONCE__', nonce)

const fileAt = async (root: string, path: string): Promise<string | null> => {
  try {
    const folder = await realpath(root)
    const file = await realpath(join(folder, decodeURIComponent(path)))
    return file.startsWith(folder + sep) && extname(file) in MEDIA_TYPES ? file : null
  } catch {
    return null
  }
}
