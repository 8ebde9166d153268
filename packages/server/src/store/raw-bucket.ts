import type { AwsClient } from 'aws4fetch'
import { bucketMisnamed, bucketRefuses } from '../problems/kept-bytes.ts'
import { checked, type RawFiles } from './raw-files.ts'

/** A bucket for raw bytes and how it is reached. */
export interface Bucket {
  /** Where keys begin, without a slash at the end: `https://s3.eu-west-1.amazonaws.com/BUCKET/PREFIX`. */
  readonly address: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string | null
}

type Environment = Readonly<Record<string, string | undefined>>

const NAMED = /^s3:\/\/([a-z0-9][a-z0-9.-]+)(?:\/(.*?))?\/*$/

/**
 * The bucket that SIJIL_RAW names (`s3://BUCKET/PREFIX`), reached as the variables that AWS's own tools read say:
 * AWS_ENDPOINT_URL for others than Amazon, AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN. Null
 * when raw bytes stay in the data folder. Throws a Problem when something of it is missing.
 */
export const bucketNamedIn = (env: Environment): Bucket | null => {
  const named = env.SIJIL_RAW || null
  if (named === null) return null
  const found = NAMED.exec(named)
  if (found === null)
    throw bucketMisnamed(`SIJIL_RAW=${named} is no bucket`, 'write it as s3://BUCKET or s3://BUCKET/PREFIX')
  const [, bucket = '', prefix = ''] = found
  const region = env.AWS_REGION || env.AWS_DEFAULT_REGION || 'us-east-1'
  const endpoint = env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL || `https://s3.${region}.amazonaws.com`
  const need = (name: string): string => {
    const value = env[name]
    if (value) return value
    throw bucketMisnamed(`${name} is not set, and ${named} cannot be reached without it`, `set ${name}`)
  }
  return {
    address: [endpoint.replace(/\/+$/, ''), bucket, prefix].filter((part) => part !== '').join('/'),
    region,
    accessKeyId: need('AWS_ACCESS_KEY_ID'),
    secretAccessKey: need('AWS_SECRET_ACCESS_KEY'),
    sessionToken: env.AWS_SESSION_TOKEN || null,
  }
}

/** A server that is busy or out of order for a moment is asked so often again, each time after twice as long. */
const TRIES_AGAIN = 5

/** Raw bytes in a bucket that speaks S3's protocol: what is sent and what comes back is checked against its SHA-256. */
export const rawBucket = ({ address, region, accessKeyId, secretAccessKey, sessionToken }: Bucket): RawFiles => {
  let client: Promise<AwsClient> | undefined
  // Loaded by those who have a bucket alone.
  const signing = () => {
    client ??= import('aws4fetch').then(({ AwsClient }) => {
      const credentials = { accessKeyId, secretAccessKey, ...(sessionToken !== null && { sessionToken }) }
      return new AwsClient({ ...credentials, region, service: 's3', retries: TRIES_AGAIN })
    })
    return client
  }
  const pathOf = (sha256: string) => `${address}/${sha256.slice(0, 2)}/${sha256}`
  const ask = async (method: string, sha256: string, body?: Uint8Array): Promise<Response> => {
    const headers =
      body === undefined ? {} : { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' }
    const sent = { method, headers, ...(body !== undefined && { body: Buffer.from(body) }) }
    const reply = await (await signing()).fetch(pathOf(sha256), sent).catch((error: unknown) => {
      throw bucketRefuses(address, 'it cannot be reached', error)
    })
    if (reply.ok || reply.status === NOT_THERE) return reply
    throw bucketRefuses(address, `it answers ${reply.status} ${codeIn(await reply.text())}`.trimEnd())
  }
  const has = async (sha256: string) => (await ask('HEAD', sha256)).ok
  return {
    pathOf,
    has,
    write: async (sha256, bytes) => {
      // A refused look has no words; what the bucket has against it, the writing tells.
      if (await has(sha256).catch(() => false)) return
      const reply = await ask('PUT', sha256, bytes)
      if (!reply.ok) throw bucketRefuses(address, `it has no such bucket (${codeIn(await reply.text())})`)
    },
    read: async (sha256) => {
      const reply = await ask('GET', sha256)
      if (!reply.ok) throw Object.assign(new Error(`the bucket has no ${pathOf(sha256)}`), { code: 'ENOENT' })
      return checked(sha256, Buffer.from(await reply.arrayBuffer()), pathOf(sha256))
    },
  }
}

const NOT_THERE = 404

/** What S3 calls an error, of the XML that it sends; nothing else of that is told. */
const codeIn = (xml: string): string => /<Code>(\w+)<\/Code>/.exec(xml)?.[1] ?? ''
