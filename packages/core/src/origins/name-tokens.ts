/** A word of a name: as it stands, and folded for comparison. */
export interface NameToken {
  readonly text: string
  readonly folded: string
  /** Written with a capital, or in a script that has none. */
  readonly capital: boolean
}

/**
 * The words of a name, folded: no case, no marks on letters (Latin accents, Arabic vowel signs and tatweel), the shapes of
 * alif and ya made one, Arabic's joined article and a single letter after an apostrophe ("Syria's") dropped.
 */
export const nameTokens = (name: string): readonly NameToken[] =>
  (
    name
      .normalize('NFKC')
      .replace(/['’]\p{L}(?!\p{L})/gu, '')
      .match(/[\p{L}\p{M}\p{N}]+(?:['’.](?=\p{L}{2,})[\p{L}\p{M}]+)*/gu) ?? []
  ).map((text) => ({
    text,
    folded: fold(text),
    capital: text.toLowerCase() === text.toUpperCase() || /^\p{Lu}/u.test(text),
  }))

const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}ـ'’.]/gu, '')
    .toLowerCase()
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/^ال(?=\p{L}{2})/u, '')
