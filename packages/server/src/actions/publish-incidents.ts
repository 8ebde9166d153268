import type { IncidentFilter } from '@sijil/core/contract/incident-filter.js'
import type { PublishedIncident } from '@sijil/core/contract/published-incident.js'
import type { Day } from '@sijil/core/model/time-range.js'
import type { DocumentText } from '@sijil/core/pipeline/layers.js'
import type { Context } from '@sijil/core/pipeline/stage.js'
import { personsIn } from '@sijil/core/stages/extract/persons/persons-in.js'
import { type NamesIn, publishIncident } from '@sijil/core/stages/publish/publish-incident.js'
import { readText } from '@sijil/core/text/reader.js'
import { importedIndexes } from '../sources/imported-gazetteers.ts'
import { loadContext } from '../sources/load-context.ts'
import type { Store } from '../store/open-store.ts'
import { exportIncidents } from './export-incidents.ts'

export interface PublishRequest {
  /** Leave persons' names as they stand. */
  readonly withNames: boolean
  readonly today: Day
}

/**
 * The incidents that a filter leaves as they leave the house: sources by type, quotes, names masked unless asked for. What
 * people rejected as a whole stays in the house.
 */
export async function* publishIncidents(
  store: Store,
  filter: IncidentFilter,
  { withNames, today }: PublishRequest,
): AsyncGenerator<PublishedIncident> {
  const namesIn = withNames ? () => [] : remembering(namesBy(await contextOf(store, today)))
  for await (const dossier of exportIncidents(store, filter))
    if (dossier.incident.confirmation !== 'rejected') yield publishIncident(dossier, { withNames, namesIn })
}

/** Imported places too: a village that nobody knows could pass for a person. */
const contextOf = async (store: Store, today: Day): Promise<Context> =>
  loadContext({ today, gazetteers: await importedIndexes(store) })

/** Finds the names in documents of the languages in which they can be told from other words. */
const namesBy =
  (context: Context): NamesIn =>
  ({ document, text }) => {
    const lexicon = document.language === null ? undefined : context.lexicons.get(document.language)
    if (lexicon === undefined) return null
    const { zones, published, outlet } = document
    const read = readText(text.content, lexicon.language, lexicon)
    return personsIn({ text: read, zones, published, outlet }, lexicon, context)
  }

const REMEMBERED = 500

/** Incidents of one day share documents: the last ones read are not read again. */
const remembering = (find: NamesIn): NamesIn => {
  const known = new Map<DocumentText['document']['id'], ReturnType<NamesIn>>()
  return (text) => {
    const found = known.get(text.document.id)
    if (found !== undefined) return found
    const names = find(text)
    if (known.size >= REMEMBERED) known.clear()
    known.set(text.document.id, names)
    return names
  }
}
