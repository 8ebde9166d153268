import type { Word } from './words.ts'

/**
 * The words of a line with the tags of names mended: a capitalised word behind a preposition, with a name behind it, is no verb
 * but the beginning of that name ("in Tell Abyad", "by Said Omar").
 */
export const mendTags = (words: readonly Word[]): readonly Word[] => {
  let mended: Word[] | null = null
  for (let i = 1; i + 1 < words.length; i++) {
    const word = words[i]
    if (word === undefined || (word.tag !== 'VERB' && word.tag !== 'AUX')) continue
    if (!beginsName(words[i - 1], word, words[i + 1])) continue
    mended ??= [...words]
    mended[i] = { ...word, tag: 'PROPN' }
  }
  return mended ?? words
}

const beginsName = (before: Word | undefined, word: Word, after: Word | undefined): boolean =>
  before?.tag === 'ADP' &&
  SMALL.test(before.form.text) &&
  CAPITALISED.test(word.form.text) &&
  after?.tag === 'PROPN' &&
  CAPITALISED.test(after.form.text)

const SMALL = /^\p{Ll}/u
const CAPITALISED = /^\p{Lu}\p{Ll}/u
