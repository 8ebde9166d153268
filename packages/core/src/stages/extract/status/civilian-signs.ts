import type { CivilianSigns } from '../language-reader.ts'
import { phrasesIn } from '../words/phrase-book.ts'
import { personNoun, type View } from '../words/view.ts'

/** The signs of civilians in an English text. */
export const civilianSigns = (view: View): CivilianSigns => ({
  namesCivilians: (core) => {
    for (let i = core.number.first; i < core.number.last; i++) {
      const noun = personNoun(view, i)
      if (noun?.status === 'civilian' && noun.group === null && noun.kind === 'person') return true
    }
    return false
  },
  isCivilianSetting: (core) => {
    const sentence = view.text.sentences[core.sentence]
    if (sentence === undefined) return false
    return phrasesIn(view.words.peopleWords.settings, view.tokens, sentence.first, sentence.last).length > 0
  },
})
