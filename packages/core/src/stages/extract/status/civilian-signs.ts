import type { CivilianSigns } from '../language-reader.ts'
import { matchPhrase } from '../words/phrase-book.ts'
import type { View } from '../words/view.ts'

/** The signs of civilians in an English text. */
export const civilianSigns = (view: View): CivilianSigns => ({
  namesCivilians: (core) => {
    for (let i = core.number.first; i < core.number.last; i++) {
      const noun = view.words.people.get(view.tokens[i]?.lower ?? '')
      if (noun?.status === 'civilian' && noun.group === null && noun.kind === 'person') return true
    }
    return false
  },
  isCivilianSetting: (core) => {
    const sentence = view.text.sentences[core.sentence]
    if (sentence === undefined) return false
    for (let i = sentence.first; i < sentence.last; i++)
      if (matchPhrase(view.words.peopleWords.settings, view.tokens, i, sentence.last) !== null) return true
    return false
  },
})
