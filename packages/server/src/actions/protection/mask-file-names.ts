import { blocks } from '@sijil/core/stages/publish/mask-names.js'
import type { Store } from '../../store/open-store.ts'
import { protectedAmong } from '../../store/queries/person-names.ts'
import type { NameKeeper } from './name-keeper.ts'

/** How many documents are read for names at most, before the names of files are told. */
const MOST_READ = 200

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/**
 * Masks what people call files, and what is said of them: no document stands behind a file that was refused, so every word of
 * it that stands in the name of a person anywhere in the record is hidden. While documents wait to be read for names, all words are.
 */
export const fileNameMasker = async (
  store: Store,
  names: NameKeeper,
  texts: readonly string[],
): Promise<(text: string) => string> => {
  const words = [...new Set(texts.flatMap((text) => text.match(WORD) ?? []))]
  if (words.length === 0) return (text) => text
  const hidden = (await names.completeSome(MOST_READ)) ? await protectedAmong(store.db, words) : new Set(words)
  // The ending tells the format, and nothing of anybody.
  return (text) => {
    const ending = /\.[a-z0-9]{1,8}$/i.exec(text)?.[0] ?? ''
    const rest = text.slice(0, text.length - ending.length)
    return rest.replace(WORD, (word) => (hidden.has(word) ? blocks(word) : word)) + ending
  }
}
