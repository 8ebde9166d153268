import { foldName, withoutArticles } from './fold-name.ts'
import { soundsOf } from './name-sounds.ts'
import { soundKeys } from './sound-keys.ts'

/** Raised whenever a name's keys change: those that are stored are made anew then. */
export const NAME_KEYS_VERSION = 2

/** Longer runs of words are no name that anybody asks for. */
const MOST_WORDS = 5

/** The keys under which what is asked for is looked up: one of them at least is among the `keysWithin` of a name that holds it. */
export const keysOf = (name: string): readonly string[] => {
  const key = withoutArticles(foldName(name)).join('')
  return key === '' ? [] : [`=${key}`, ...soundKeys(soundsOf(name))]
}

/**
 * The keys of all that a text, a name or a mention of a place may be asked for by: those of every run of its words. They
 * retrieve; `holdsName` decides.
 */
export const keysWithin = (text: string): readonly string[] => {
  const words = withoutArticles(foldName(text)).filter((word) => word !== '')
  const keys = new Set<string>()
  for (let start = 0; start < words.length; start++)
    for (let end = start + 1; end <= Math.min(words.length, start + MOST_WORDS); end++) {
      const run = words.slice(start, end)
      keys.add(`=${run.join('')}`)
      for (const key of soundKeys(soundsOf(run.join(' ')))) keys.add(key)
    }
  return [...keys]
}
