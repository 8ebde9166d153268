import { foldName, scriptOf, withoutArticles } from './fold-name.ts'
import { likeness } from './likeness.ts'
import { soundsOf } from './name-sounds.ts'

/** From here on two spellings in one script, or in two, are taken for one name. */
const ALIKE = 0.9
const ALIKE_ACROSS = 0.85
/** Names of fewer letters are alike by chance: they must be the same. */
const SHORT = 4

/**
 * Whether a name of a place stands in a text, a longer name or a mention ("Old Sarmuq", "the village of Kfar Taal"), in
 * whatever romanisation or script: whole words only, so that Mali is not in Somalia.
 */
export const holdsName = (text: string, name: string): boolean => {
  const wanted = withoutArticles(foldName(name))
  const words = withoutArticles(foldName(text))
  const key = wanted.join('')
  if (key === '') return false
  const sounds = soundsOf(name)
  const least = scriptOf(text) === scriptOf(name) ? ALIKE : ALIKE_ACROSS
  return words.some((_, start) => {
    for (let end = start + 1; end <= words.length; end++) {
      const part = words.slice(start, end)
      if (part.join('') === key) return true
      if (part.length === wanted.length && key.length >= SHORT && likeness(sounds, soundsOf(part.join(' '))) >= least)
        return true
    }
    return false
  })
}
