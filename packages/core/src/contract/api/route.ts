import { z } from 'zod'
import type { Role, TokenScope } from './role.ts'

/** Who may ask: anybody, whoever is signed in, or whoever has at least a role (in a collection, unless it is `everywhere`). */
export type Needs = 'anyone' | 'signed-in' | Role

/** A reply that is no JSON: media types and what comes. */
export interface StreamReply {
  readonly mediaTypes: readonly string[]
  readonly about: string
}

/**
 * Why a write takes no `If-Match`: it changes nothing that was there and that somebody may have changed meanwhile.
 * `nothing` keeps nothing · `adds` makes what was not there · `tells` says what it saw in its own fields, and is refused
 * the same · `once` is a step that is taken once: whoever comes later is refused · `ends` ends what never changes ·
 * `own` is about one's own password, session and means of signing in, and shows them · `folds` makes the record anew from
 * whatever stands when its turn comes.
 */
export type Writes = 'nothing' | 'adds' | 'tells' | 'once' | 'ends' | 'own' | 'folds'

/** One route of the API, as data: the server binds it, the client calls it, the reference describes it. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** `/api/incidents/{code}`. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  /** More to know, for the reference. */
  readonly about?: string
  readonly needs: Needs
  /** The role must hold for all collections: what is kept there belongs to none of them. */
  readonly everywhere?: true
  /** Only the owner may ask. */
  readonly owner?: true
  /** What an API token must be good for; `never` = only a person who signed in may ask. */
  readonly scope: TokenScope | 'never'
  /** The session must have been confirmed with the password a short while ago. */
  readonly sensitive?: true
  /** The reply may hold names of persons: they are masked, unless `names=show` is asked for with the right to. */
  readonly protects?: true
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** The body is taken as it comes, not as JSON. */
  readonly takes?: StreamReply
  /** The write names the version it was made from in `If-Match`; if another stands, it is a 409 with both. */
  readonly versioned?: true
  /** Of any other write: why it needs none. */
  readonly writes?: Writes
  /** The status of success. */
  readonly status: 200 | 201 | 202 | 204 | 302
  /** The JSON of success; null where there is none. */
  readonly reply: z.ZodType | StreamReply | null
}

/** A route with all that is known of its types. */
export const route = <const R extends Route>(definition: R): R => definition

type Part<R, K extends string, How extends 'in' | 'out'> = R extends { readonly [P in K]: infer S extends z.ZodType }
  ? How extends 'in'
    ? z.input<S>
    : z.output<S>
  : undefined

/** What a caller gives. */
export interface RequestOf<R extends Route> {
  readonly params: Part<R, 'params', 'in'>
  readonly query: Part<R, 'query', 'in'>
  readonly body: Part<R, 'body', 'in'>
}

/** What the server makes of it. */
export interface CallOf<R extends Route> {
  readonly params: Part<R, 'params', 'out'>
  readonly query: Part<R, 'query', 'out'>
  readonly body: Part<R, 'body', 'out'>
}

/** What comes back. */
export type ReplyOf<R extends Route> = R['reply'] extends z.ZodType ? z.output<R['reply']> : null

/** Whether a reply is described by a schema. */
export const isSchema = (reply: Route['reply']): reply is z.ZodType => reply instanceof z.ZodType

/** Whether a route's address may say more than its schema knows. */
export const takesMore = ({ query }: Route): boolean => query?.def.catchall instanceof z.ZodUnknown
