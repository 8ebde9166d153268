import { readFile, realpath } from 'node:fs/promises'
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

/**
 * A file of the built web pages; whatever is none gets the first page, which finds its own way. The first page's scripts and
 * styles carry the nonce of this reply. Never leaves the folder.
 */
export const webPage = async (root: string | null, path: string, nonce: string): Promise<Response> => {
  if (root === null) return page(NO_PAGES)
  const file = await fileAt(root, path)
  const index = join(root, 'index.html')
  if (file === null || file === index) return page(withNonce(await readFile(index, 'utf8'), nonce))
  // Names of built files hold a hash of what is in them.
  const lasting = path.startsWith('/assets/')
  return new Response(await readFile(file), {
    headers: {
      'content-type': MEDIA_TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  })
}

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
