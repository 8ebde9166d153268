import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** What grows smaller; pictures and fonts are compressed already. */
const TEXTS = new Set(['.js', '.css', '.json', '.svg', '.webmanifest'])
/** Below this the headers cost as much as is won. */
const LEAST_BYTES = 1024

/**
 * Writes each file of the build beside itself as `.br` and `.gz`, for the server to send as they are. `index.html` is not
 * among them: it carries the nonce of each reply.
 */
export const compressPlugin = (): Plugin => {
  let folder = ''
  return {
    name: 'sijil-compress',
    apply: 'build',
    configResolved: (config) => {
      folder = join(config.root, config.build.outDir)
    },
    closeBundle: async () => {
      const files = await readdir(folder, { recursive: true })
      await Promise.all(files.filter((file) => TEXTS.has(extname(file))).map((file) => compress(join(folder, file))))
    },
  }
}

const compress = async (file: string): Promise<void> => {
  const bytes = await readFile(file)
  if (bytes.length < LEAST_BYTES) return
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, quality))
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
}
