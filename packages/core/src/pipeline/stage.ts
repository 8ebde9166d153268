import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Day } from '../model/time-range.ts'
import type { Organisations } from '../origins/organisations.ts'
import type { LayerName, Layers } from './layers.ts'

/** What a stage may use besides its layers. Nothing is global; the clock is passed in. */
export interface Context {
  readonly today: Day
  /** The lexicons at hand, by language. */
  readonly lexicons: ReadonlyMap<string, Lexicon>
  readonly gazetteer: Gazetteer
  /** Who is who among sources; without it only spelling tells organisations apart. */
  readonly organisations?: Organisations
}

/** One step of the way from bytes to figures: a pure function over a batch. */
export interface Stage<Needs extends LayerName = LayerName, Adds extends LayerName = LayerName> {
  readonly name: string
  /** Part of every id the stage makes: a new version adds values beside the old ones. */
  readonly version: string
  readonly needs: readonly Needs[]
  readonly adds: readonly Adds[]
  run(layers: Pick<Layers, Needs>, context: Context): Pick<Layers, Adds>
}

/** Any stage, in a list of stages. */
export interface AnyStage {
  readonly name: string
  readonly version: string
  readonly needs: readonly LayerName[]
  readonly adds: readonly LayerName[]
  run(layers: Layers, context: Context): Partial<Layers>
}
