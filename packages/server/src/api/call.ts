import type { CallOf, ReplyOf, Route } from '@sijil/core/contract/api/route.js'
import type { RedactionProfile } from '@sijil/core/stages/publish/redact.js'
import type { Principal, Reach } from '../actions/accounts/principal.ts'
import type { Store } from '../actions/with-store.ts'
import type { ServerContext } from './server-context.ts'

/** Where a request came from. */
export interface Sender {
  readonly address: string
  readonly agent: string
}

/** How protected fields are treated in the reply to a request. */
export interface Protection extends RedactionProfile {
  /** Names are shown, as was asked for and granted, and the log keeps it. */
  readonly shown: boolean
}

/** What a handler gets: the request as the route's schemas made it, and what whoever asks may reach. */
export interface Call<R extends Route> extends CallOf<R> {
  readonly server: ServerContext
  /** The store as whoever asks may read it; everything else is not there. */
  readonly store: Store
  /** Null where anybody may ask and nobody is signed in. */
  readonly who: R['needs'] extends 'anyone' ? Principal | null : Principal
  readonly reach: Reach | null
  readonly protection: Protection
  readonly sender: Sender
  /** The origin of the page that asks, as browsers see this server. */
  readonly origin: string
  /** The address asked for. */
  readonly address: URL
  /** A cookie that the browser sent; null for none. */
  readonly cookies: (name: string) => string | null
  /** The version that a write was made from. */
  readonly version: string
  /** The bytes of a route that takes them as they are. */
  readonly bytes: ReadableStream<Uint8Array> | null
  readonly signal: AbortSignal
}

/** What a handler gives. */
export type Answer<R extends Route> = {
  readonly reply: ReplyOf<R>
  /** The version of what is shown: goes out as ETag, comes back as If-Match. */
  readonly version?: string
  /** A session to give to the browser; null takes it back. */
  readonly session?: string | null
  /** Another cookie, as its header has it. */
  readonly cookie?: string
  /** Where a 302 leads. */
  readonly location?: string
  /** A reply that is no JSON. */
  readonly stream?: { readonly mediaType: string; readonly body: ReadableStream<Uint8Array>; readonly file?: string }
} & (R extends { readonly protects: true }
  ? {
      /** The documents that it tells of: the names of persons in them are hidden from it. */
      readonly about: readonly string[]
    }
  : { readonly about?: never })

export type Handler<R extends Route> = (call: Call<R>) => Promise<Answer<R>>
