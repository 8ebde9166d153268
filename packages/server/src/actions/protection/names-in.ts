import type { DocumentText } from '@sijil/core/pipeline/layers.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { extractStage } from '@sijil/core/stages/extract/index.js'
import { personsIn } from '@sijil/core/stages/extract/persons/persons-in.js'
import { readText } from '@sijil/core/text/reader.js'
import type { NameSpans } from '../../store/queries/person-names.ts'

/** Which rules tell names: spans that others found are found anew. */
export const NAMES_MAKER = `persons ${extractStage.version}`

/** Where a document names persons; null in languages in which nobody can tell. */
export const namesIn = ({ document, text }: DocumentText, context: Context): NameSpans => {
  const lexicon = document.language === null ? undefined : context.lexicons.get(document.language)
  if (lexicon === undefined) return null
  const { zones, published, outlet } = document
  const read = readText(text.content, lexicon.language, lexicon)
  const found = personsIn({ text: read, zones, published, outlet }, lexicon, context)
  return found?.map(({ start, end }) => ({ start, end })) ?? null
}
