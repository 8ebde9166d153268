import type { Store } from '../../store/open-store.ts'
import { hasProtectedWord } from '../../store/queries/person-names.ts'
import type { NameKeeper } from './name-keeper.ts'

/** What of a filter could ask for a name. */
export interface Asked {
  readonly search?: string | undefined
  readonly actor?: string | undefined
}

/**
 * Whether a filter asks for words of persons' names: then whoever may not see names finds nothing, as if they stood
 * nowhere. Neither a hit nor a count must tell that somebody is in the record.
 */
export const asksForNames = async (
  store: Store,
  names: NameKeeper,
  { search = '', actor = '' }: Asked,
): Promise<boolean> => {
  if (search === '' && actor === '') return false
  await names.complete()
  return hasProtectedWord(store.db, `${search} ${actor}`, actor.trim())
}
