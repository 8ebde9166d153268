import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { Context } from '../pipeline/stage.ts'
import { loadLexicon } from './lexicons.ts'

/** A context of the project's own lexicons and a gazetteer that knows no place. */
export const testContext = (today = '2026-01-01'): Context => ({
  today,
  lexicons: new Map(['en', 'ar'].map((language) => [language, loadLexicon(language)])),
  gazetteer: { known: () => false } as unknown as Gazetteer,
})
