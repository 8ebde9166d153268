import pg, { type Client, type ClientConfig, type Pool } from 'pg'

const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184

/** `pg` gives whole numbers of 64 bits as text and days as instants of the local time zone; both would be wrong here. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: (text) => {
    const number = Number(text)
    if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large a number`)
    return number
  },
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
}

const types: NonNullable<ClientConfig['types']> = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format as 'text')) as never,
}

const withDefaults = (config: ClientConfig): ClientConfig => ({
  connectionTimeoutMillis: 15_000,
  keepAlive: true,
  ...config,
  types,
})

/** One connection. Losing it is told by the next query, not by an event that would end the process. */
export const connect = async (config: ClientConfig): Promise<Client> => {
  const client = new pg.Client(withDefaults(config))
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Pages of today's disks cost about the same in any order, and most are in memory anyway. */
const RECORD = ['search_path=sijil,public', 'random_page_cost=1.1']

/** Connections to be shared, whose tables are found in the schema `sijil` unless the settings say otherwise. */
export const makePool = (config: ClientConfig, max: number, settings: readonly string[] = RECORD): Pool => {
  const options = [...settings, 'timezone=UTC'].map((setting) => `-c ${setting}`).join(' ')
  const pool = new pg.Pool({ ...withDefaults(config), max, options })
  pool.on('error', () => undefined)
  return pool
}
