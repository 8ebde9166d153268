import type { LayerName, Layers } from './layers.ts'
import type { AnyStage, Context } from './stage.ts'

/** A list of stages whose order gives each what it needs. */
export interface Pipeline {
  readonly stages: readonly AnyStage[]
  /** Runs all stages over the given layers and returns them with the layers added. */
  run(given: Partial<Layers>, context: Context): Partial<Layers>
}

/**
 * Checks a list of stages and makes a pipeline of it. `given` are the layers that the caller will bring.
 * Throws a RangeError with a table of the stages whose needs are not met.
 */
export const makePipeline = (stages: readonly AnyStage[], given: readonly LayerName[]): Pipeline => {
  const unmet = unmetNeeds(stages, given)
  if (unmet.length > 0) throw new RangeError(`the stages are out of order:\n${unmet.join('\n')}`)
  return {
    stages,
    run: (layers, context) => {
      let sofar: Partial<Layers> = layers
      // makePipeline has checked that whatever a stage needs is there by now.
      for (const stage of stages) sofar = { ...sofar, ...stage.run(sofar as Layers, context) }
      return sofar
    },
  }
}

const unmetNeeds = (stages: readonly AnyStage[], given: readonly LayerName[]): readonly string[] => {
  const there = new Set<LayerName>(given)
  return stages.flatMap((stage) => {
    const missing = stage.needs.filter((layer) => !there.has(layer))
    for (const layer of stage.adds) there.add(layer)
    return missing.map((layer) => `  ${stage.name} needs "${layer}", which no stage before it adds`)
  })
}
