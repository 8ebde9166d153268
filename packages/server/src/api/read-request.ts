import { type Route, takesMore } from '@sijil/core/contract/api/route.js'
import { typedStrings } from '@sijil/core/contract/api/typed-strings.js'
import { bodyNotJson, bodyTooLarge, bodyTooSlow, invalidRequest, wrongMediaType } from '../problems/access.ts'

/** How large a JSON body may be, and how long it may take to come. */
const MOST_BYTES = 4_000_000
const MOST_MS = 20_000

type Strings = Readonly<Record<string, string>>

/** Path, query and body of a request as the route's schemas have them. Throws a Problem that names each field refused. */
export const readRequest = async (
  route: Route,
  request: Request,
  params: Strings,
): Promise<{ readonly params: unknown; readonly query: unknown; readonly body: unknown }> => ({
  params: route.params && parsed(route.params, typedStrings(route.params, entriesOf(params)), 'path'),
  query: route.query && parsed(route.query, typedStrings(route.query, queryOf(route, request)), 'query'),
  body: route.body && parsed(route.body, await jsonOf(request), 'body'),
})

const entriesOf = (params: Strings): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries(params).map(([name, value]) => [name, [value]]))

/** Every part that any route has of its own accord. */
const COMMON = new Set(['names'])

const queryOf = (route: Route, request: Request): ReadonlyMap<string, readonly string[]> => {
  const { searchParams } = new URL(request.url)
  const known = route.query?.shape ?? {}
  const foreign = [...searchParams.keys()].find((name) => !(name in known) && !COMMON.has(name))
  // A provider leads back with whatever it likes.
  if (foreign !== undefined && !takesMore(route))
    throw invalidRequest([{ where: `query ${foreign.slice(0, 50)}`, text: 'there is no such option' }])
  return new Map(Object.keys(known).map((name) => [name, searchParams.getAll(name)]))
}

const parsed = (schema: NonNullable<Route['body']>, value: unknown, part: string): unknown => {
  const unkept = unkeepable(value)
  if (unkept !== null) throw invalidRequest([{ where: part, text: unkept }])
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw invalidRequest(
    result.error.issues.slice(0, 20).map(({ path, message }) => ({
      where: [part, ...path.map((step) => String(step).slice(0, 50))].join(' '),
      text: message,
    })),
  )
}

const DEEPEST = 40

/** PostgreSQL keeps no NUL, and UTF-8 no half of a surrogate pair. */
const unkeepable = (value: unknown, depth = 0): string | null => {
  if (depth > DEEPEST) return 'it is nested too deep'
  if (typeof value === 'string')
    return value.includes('\0') || /\p{Surrogate}/u.test(value) ? 'it holds a character that cannot be kept' : null
  if (value === null || typeof value !== 'object') return null
  for (const [key, field] of Object.entries(value)) {
    const found = unkeepable(key) ?? unkeepable(field, depth + 1)
    if (found !== null) return found
  }
  return null
}

const jsonOf = async (request: Request): Promise<unknown> => {
  if (!/^application\/json(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw wrongMediaType('application/json')
  if (request.headers.has('content-encoding')) throw wrongMediaType('application/json')
  const text = await textOf(request)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw bodyNotJson(error instanceof Error ? error.message.slice(0, 100) : 'it cannot be read')
  }
}

const textOf = async (request: Request): Promise<string> => {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) throw bodyTooLarge(MOST_BYTES)
  const reader = request.body?.getReader()
  if (reader === undefined) return ''
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(bodyTooSlow()), MOST_MS)
  })
  try {
    let text = ''
    let bytes = 0
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late])
      if (done) return text + decoder.decode()
      bytes += value.length
      if (bytes > MOST_BYTES) throw bodyTooLarge(MOST_BYTES)
      text += decoder.decode(value, { stream: true })
    }
  } catch (error) {
    reader.cancel().catch(() => undefined)
    if (error instanceof TypeError) throw bodyNotJson('it is not UTF-8, or was cut short')
    throw error
  } finally {
    clearTimeout(timer)
  }
}
