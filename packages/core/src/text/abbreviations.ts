import { compiledFrom } from '../lexicon/lexicon.ts'
import type { Abbreviations } from './mend-sentences.ts'

/** The abbreviations of a lexicon's table `abbreviations` (columns `word`, `kind`: `inner` or `before_number`). */
export const abbreviationsOf = compiledFrom((lexicon): Abbreviations => {
  const rows = lexicon.table('abbreviations')
  const stems = (kind: string): ReadonlySet<string> =>
    new Set(rows.filter((row) => row.kind === kind).map((row) => (row.word ?? '').replace(/\.$/, '')))
  return { inner: stems('inner'), beforeNumber: stems('before_number') }
})
