import type { Day } from '@sijil/core/model/time-range.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { loadGazetteer } from './gazetteer.ts'
import { loadLexicons, loadOrganisations } from './lexicons.ts'

/** What a context is made of; plain, so that it can be handed to a thread. */
export interface ContextOptions {
  readonly today: Day
  /** Index files of imported gazetteers, besides the built-in one. */
  readonly gazetteers: readonly string[]
}

/** Loads what the stages use besides their layers: lexicons, gazetteers and organisations. */
export const loadContext = async ({ today, gazetteers }: ContextOptions): Promise<Context> => {
  const [lexicons, organisations, gazetteer] = await Promise.all([
    loadLexicons(),
    loadOrganisations(),
    loadGazetteer({ imported: gazetteers }),
  ])
  return { today, lexicons, organisations, gazetteer }
}
