import type { Claim, Maker } from '../../model/claim.ts'
import type { DocumentText, Layers } from '../../pipeline/layers.ts'
import type { Context, Stage } from '../../pipeline/stage.ts'
import { extractClaims } from './extract-claims.ts'

const NAME = 'extract'
const VERSION = '1'
const MAKER: Maker = { by: NAME, version: VERSION }

/** Reads every document in a language that has a lexicon and a reader, and adds the claims it makes. */
export const extractStage: Stage<'documents' | 'readings', 'claims'> = {
  name: NAME,
  version: VERSION,
  needs: ['documents', 'readings'],
  adds: ['claims'],
  run: (layers, context) => ({ claims: layers.documents.flatMap((item) => claimsOf(item, layers, context)) }),
}

const claimsOf = ({ document }: DocumentText, layers: Pick<Layers, 'readings'>, context: Context): readonly Claim[] => {
  const text = layers.readings.get(document.id)
  const lexicon = document.language === null ? undefined : context.lexicons.get(document.language)
  if (text === undefined || lexicon === undefined) return []
  const { zones, published, outlet } = document
  return extractClaims(document.id, { text, zones, published, outlet }, lexicon, context, MAKER)
}
