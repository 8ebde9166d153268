import type { Day } from '@sijil/core/model/time-range.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { type GazetteerData, openGazetteer, readGazetteer } from './gazetteer.ts'
import { loadLexicons, loadOrganisations } from './lexicons.ts'

/** What a context is made of that differs from run to run; plain, so that it can be handed to a thread. */
export interface ContextOptions {
  readonly today: Day
  readonly gazetteer: GazetteerData
}

/** Loads what the stages use besides their layers: lexicons and organisations, with a gazetteer that was read already. */
export const contextFrom = async ({ today, gazetteer }: ContextOptions): Promise<Context> => {
  const [lexicons, organisations] = await Promise.all([loadLexicons(), loadOrganisations()])
  return { today, lexicons, organisations, gazetteer: openGazetteer(gazetteer) }
}

/** The same with the built-in gazetteer and the index files of imported ones. */
export const loadContext = async (options: {
  readonly today: Day
  readonly gazetteers: readonly string[]
}): Promise<Context> => {
  const gazetteer = await readGazetteer({ imported: options.gazetteers })
  return contextFrom({ today: options.today, gazetteer })
}
