import type { Store } from '../store/open-store.ts'
import { currentVersions, type Versions } from '../store/queries/versions.ts'

export type { Versions } from '../store/queries/versions.ts'

/** Tells the versions as they stand when it is asked. */
export type VersionWatch = () => Promise<Versions>

/**
 * A watch for many askers at once: they share questions, but each gets the answer to one that was put after they asked, so
 * nobody is told of a state that was over.
 */
export const versionWatch = (store: Store): VersionWatch => {
  let running: Promise<Versions> | null = null
  let next: Promise<Versions> | null = null
  const ask = (): Promise<Versions> => {
    const asked = currentVersions(store.db).finally(() => {
      if (running === asked) running = null
    })
    running = asked
    return asked
  }
  return () => {
    if (running === null) return ask()
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null
        return ask()
      })
    return next
  }
}
