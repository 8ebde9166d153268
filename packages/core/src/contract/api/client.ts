import type { ProblemReply } from './problem-reply.ts'
import type { ReplyOf, RequestOf, Route } from './route.ts'
import { ROUTES, type RouteName, type Routes } from './routes.ts'

type Given<T> = { readonly [K in keyof T as T[K] extends undefined ? never : K]: T[K] }

/** What a call of a route is made of: path, query and body as its schemas have them. */
export type RequestFor<N extends RouteName> = Given<RequestOf<Routes[N]>> & {
  /** Ask for names of persons; the server grants it by role and keeps it in the log. */
  readonly names?: 'show'
  /** Bytes of a route that takes them as they are. */
  readonly bytes?: Blob | ArrayBuffer | Uint8Array<ArrayBuffer>
  readonly signal?: AbortSignal
} & (Routes[N] extends { readonly versioned: true }
    ? {
        /** The version that the write was made from: `version` of what was shown; empty where it is not known. */
        readonly version: string
      }
    : { readonly version?: never })

export interface Answer<T> {
  readonly body: T
  /** The version of what was shown, to be given back with a write; null where it has none. */
  readonly version: string | null
}

/** The server said no. `problem` says what was wrong and what to do. */
export class ApiProblem extends Error {
  readonly problem: ProblemReply

  constructor(problem: ProblemReply) {
    super(problem.title)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

export interface ClientOptions {
  /** Where the API is; the page's own origin unless told. */
  readonly origin?: string
  readonly fetch?: typeof fetch
  /** More headers: an API token outside the browser. */
  readonly headers?: Readonly<Record<string, string>>
}

/** The API, typed by its own routes. */
export interface Client {
  /** Calls a route. Throws an ApiProblem for whatever the server refuses. */
  call<N extends RouteName>(name: N, request: RequestFor<N>): Promise<Answer<ReplyOf<Routes[N]>>>
  /** The address of a route: for downloads and event streams. */
  url<N extends RouteName>(name: N, request: RequestFor<N>): string
}

/** A client of the API. Needs nothing but `fetch`. */
export const makeClient = ({ origin = '', fetch: send = fetch, headers = {} }: ClientOptions = {}): Client => {
  const url = (name: RouteName, request: LooseRequest) => origin + pathOf(ROUTES[name], request)
  return {
    url: (name, request) => url(name, request),
    call: async (name, request) => {
      const loose: LooseRequest = request
      const response = await send(url(name, loose), {
        method: ROUTES[name].method.toUpperCase(),
        headers: { ...headersOf(loose), ...headers },
        credentials: 'same-origin',
        body: loose.bytes ?? (loose.body === undefined ? null : JSON.stringify(loose.body)),
        signal: loose.signal ?? null,
      })
      if (!response.ok) throw new ApiProblem(await problemOf(response))
      const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
      const body: unknown = isJson ? await response.json() : null
      // The server checks each reply against the schema of its route in its tests.
      return { body: body as never, version: response.headers.get('etag') }
    },
  }
}

interface LooseRequest {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly names?: 'show'
  readonly version?: string
  readonly bytes?: RequestFor<'sendUpload'>['bytes']
  readonly signal?: AbortSignal
}

const headersOf = ({ body, bytes, version }: LooseRequest): Record<string, string> => ({
  // No other site's page can send this header: a forged request is told by its absence.
  'x-sijil': '1',
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
  ...(version === undefined || version === ''
    ? {}
    : { 'if-match': version.startsWith('"') ? version : `"${version}"` }),
})

const pathOf = (route: Route, { params = {}, query = {}, names }: LooseRequest): string => {
  const values = params as Readonly<Record<string, unknown>>
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...(query as object), names }))
    for (const one of [value].flat()) if (one !== undefined && one !== null) search.append(name, String(one))
  return search.size === 0 ? path : `${path}?${search}`
}

const problemOf = async (response: Response): Promise<ProblemReply> => {
  const told: unknown = await response.json().catch(() => null)
  if (typeof told === 'object' && told !== null && 'code' in told) return told as ProblemReply
  const detail = 'try again; if it goes on, tell whoever keeps this server'
  const { status } = response
  return { type: 'about:blank', title: `the server answered ${status}`, status, code: 'no-answer', detail, where: null }
}
