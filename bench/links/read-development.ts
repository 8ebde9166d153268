/** The development articles, or the seeds, read through every stage. */

import type { Layers } from '../../packages/core/src/pipeline/layers.ts'
import { makePipeline } from '../../packages/core/src/pipeline/pipeline.ts'
import type { Context } from '../../packages/core/src/pipeline/stage.ts'
import { STAGES } from '../../packages/core/src/pipeline/stages.ts'
import { loadBuiltInGazetteer } from '../../packages/core/src/testing/gazetteers.ts'
import { type GoldSet, goldDocuments } from '../../packages/core/src/testing/gold-predictions.ts'
import { loadLexicon } from '../../packages/core/src/testing/lexicons.ts'
import { loadOrganisations } from '../../packages/core/src/testing/organisations.ts'

/** All layers of a set of articles. */
export const readDevelopment = (set: GoldSet): Layers => {
  const context: Context = {
    today: '2026-01-01',
    lexicons: new Map([['en', loadLexicon('en')]]),
    gazetteer: loadBuiltInGazetteer(),
    organisations: loadOrganisations(),
  }
  const raw = goldDocuments(set).map(({ doc, published, outlet, text }) =>
    set === 'seeds'
      ? { name: doc, bytes: new TextEncoder().encode(text), mediaType: 'text/plain', url: null }
      : {
          name: `${doc}.json`,
          bytes: new TextEncoder().encode(JSON.stringify({ doc, published, outlet, text })),
          mediaType: 'application/json',
          url: null,
        },
  )
  const layers = makePipeline(STAGES, ['raw', 'judgements', 'reviews']).run(
    { raw, judgements: [], reviews: [] },
    context,
  )
  return layers as Layers
}
