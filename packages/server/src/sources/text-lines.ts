import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Unzip, UnzipInflate } from 'fflate'

/** The lines of a text file, or of the data file in a zip archive, one by one: neither is held whole. Throws a TypeError where it is not in UTF-8. */
export async function* textLines(path: string): AsyncGenerator<string> {
  const split = lineSplitter()
  const pieces = (await isZip(path)) ? unzipped(path) : createReadStream(path)
  for await (const piece of pieces as AsyncIterable<Uint8Array>) yield* split.take(piece)
  yield* split.rest()
}

const isZip = async (path: string): Promise<boolean> => {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x50 && buffer[1] === 0x4b
  } finally {
    await file.close()
  }
}

/** The tables that GeoNames packs: not the notes beside them. */
const isData = (name: string): boolean => /\.(txt|csv)$/i.test(name) && !/readme|iso-?language/i.test(name)

async function* unzipped(path: string): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  let failed: Error | null = null
  const unzip = new Unzip((file) => {
    if (!isData(file.name)) return
    file.ondata = (error, piece) => {
      failed ??= error
      if (piece !== undefined && piece.length > 0) ready.push(piece)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    unzip.push(new Uint8Array(chunk))
    if (failed !== null) throw failed
    yield* ready
    ready = []
  }
  unzip.push(new Uint8Array(0), true)
  if (failed !== null) throw failed
  yield* ready
}

const lineSplitter = () => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let open = ''
  return {
    take: (piece: Uint8Array): readonly string[] => {
      const lines = (open + decoder.decode(piece, { stream: true })).split('\n')
      open = lines.pop() ?? ''
      return lines
    },
    rest: (): readonly string[] => {
      const last = open + decoder.decode()
      return last === '' ? [] : [last]
    },
  }
}
