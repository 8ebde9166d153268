import type { NameKeeper } from '../actions/protection/name-keeper.ts'
import type { VersionWatch } from '../actions/watch-versions.ts'
import type { Store, StoreOptions } from '../actions/with-store.ts'
import type { TaskRunner } from '../jobs/task-runner.ts'
import type { UploadReader } from '../jobs/upload-reader.ts'
import type { IdentityProvider } from '../sources/identity-provider.ts'
import type { PrincipalCache } from './principal-cache.ts'
import type { RateLimit } from './rate-limit.ts'
import type { ReplyCache } from './reply-cache.ts'

/** Where the server is reached. */
export interface Address {
  /** The origins whose pages may write. */
  readonly origins: ReadonlySet<string>
  /** The hosts that requests may name. */
  readonly hosts: ReadonlySet<string>
  /** The browser speaks TLS, to this server or to a proxy before it. */
  readonly secure: boolean
  /** A proxy of one's own stands before it and tells the client's address. */
  readonly behindProxy: boolean
}

/** All that requests share. */
export interface ServerContext {
  readonly store: Store
  readonly version: string
  /** Where it is reached; known once it listens. */
  address: Address
  readonly names: NameKeeper
  readonly versions: VersionWatch
  readonly principals: PrincipalCache
  readonly replies: ReplyCache
  readonly rates: RateLimit
  readonly uploads: UploadReader
  readonly tasks: TaskRunner
  /** How the store was opened: for what looks at it from outside. */
  readonly storeOptions: StoreOptions
  /** The secret of the terminal's one-time link; null once there is an account. */
  setupSecret: string | null
  /** The identity provider that the terminal named; null for none. */
  readonly provider: IdentityProvider | null
  /** The folder of the built web pages; null where there are none. */
  readonly webRoot: string | null
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal
}
