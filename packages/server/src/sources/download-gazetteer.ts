import { createWriteStream } from 'node:fs'
import { mkdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Problem } from '@sijil/core/contract/problem.js'

/** Where GeoNames keeps the dumps of countries; `CC` stands for the country's code. */
export const GEONAMES_URL = 'https://download.geonames.org/export/dump/CC.zip'

export interface Download {
  readonly url: string
  readonly path: string
}

/**
 * Downloads a country's dump into a folder and returns where it lies. A download that broke off goes on where it stopped.
 * Throws a Problem that says what to do when the server cannot be reached or has no such file.
 */
export const downloadGazetteer = async (
  country: string,
  template: string,
  folder: string,
  signal: AbortSignal,
): Promise<Download> => {
  const url = template.replaceAll('CC', country)
  const path = join(folder, `${country}.zip`)
  const part = `${path}.part`
  await mkdir(folder, { recursive: true })
  const have = (await stat(part).catch(() => null))?.size ?? 0
  const headers: Record<string, string> = have > 0 ? { range: `bytes=${have}-` } : {}
  const response = await fetch(url, { signal, headers }).catch((error: unknown) => {
    throw unreachable(url, error)
  })
  // 416: all of it was there already.
  if (response.status !== 416) {
    if (!response.ok || response.body === null) throw refused(url, response.status)
    const flags = response.status === 206 ? 'a' : 'w'
    const body = Readable.fromWeb(response.body as ReadableStream<Uint8Array>)
    await pipeline(body, createWriteStream(part, { flags })).catch((error: unknown) => {
      throw unreachable(url, error)
    })
  }
  await rename(part, path)
  return { url, path }
}

const unreachable = (url: string, cause: unknown): Problem =>
  new Problem(
    {
      kind: 'refused',
      code: 'gazetteer-unreachable',
      what: 'the gazetteer could not be downloaded',
      where: url,
      mend: 'check the network and run the same command again, it goes on where it stopped; or download the file elsewhere and `sijil gazetteer import` it; --url names another server',
    },
    { cause },
  )

const refused = (url: string, status: number): Problem =>
  new Problem({
    kind: 'refused',
    code: 'gazetteer-not-served',
    what: `the server answered ${status}`,
    where: url,
    mend:
      status === 404
        ? 'check the country code (two letters, as in SY); --url names another server'
        : 'try again later; --url names another server',
  })
