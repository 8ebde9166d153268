import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { Organisations } from '../origins/organisations.ts'
import type { Toponym } from './toponym.ts'
import { isWellKnown } from './well-known.ts'

/**
 * Leaves out names of armed parties, which headlines set where places stand ("killed in al-Horan Front shelling"). A capital is a
 * place as well as its government.
 */
export const withoutParties = (
  toponyms: readonly Toponym[],
  organisations: Organisations,
  gazetteer: Gazetteer,
): readonly Toponym[] =>
  toponyms.filter(
    ({ name }) => name === '' || organisations.find(name)?.type !== 'party' || isWellKnown(name, gazetteer),
  )
