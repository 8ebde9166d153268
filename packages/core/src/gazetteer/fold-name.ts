/** The writing systems that names are compared in; `other` is compared letter by letter. */
export type Script = 'latin' | 'arabic' | 'cyrillic' | 'greek' | 'hebrew' | 'other'

/** The writing system of a name, by its first letter. */
export const scriptOf = (name: string): Script => {
  for (const letter of name) {
    const code = letter.codePointAt(0) ?? 0
    if (code < 0x41) continue
    if (code <= 0x24f || (code >= 0x1e00 && code <= 0x1eff)) {
      if (/\p{L}/u.test(letter)) return 'latin'
    } else if ((code >= 0x600 && code <= 0x77f) || (code >= 0xfb50 && code <= 0xfeff)) return 'arabic'
    else if (code >= 0x400 && code <= 0x52f) return 'cyrillic'
    else if ((code >= 0x370 && code <= 0x3ff) || (code >= 0x1f00 && code <= 0x1fff)) return 'greek'
    else if (code >= 0x590 && code <= 0x5ff) return 'hebrew'
    else if (/\p{L}/u.test(letter)) return 'other'
  }
  return 'other'
}

/** Letters that the compatibility decomposition leaves as they are, and the plain letters they are read as. */
const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŋ: 'n',
  ə: 'a',
  // Arabic: forms of alif, yeh and kaf, and letters that Persian, Urdu and Kurdish write their own way
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ێ: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ۆ: 'و',
  ۇ: 'و',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ک: 'ك',
  ګ: 'گ',
  ء: '',
  ـ: '',
}
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu')
const ASCII = /^[a-z ]+$/

/**
 * A name with what writers vary freely taken out: case, diacritics, vowel marks, apostrophes, forms of alif and yeh,
 * hyphens (as spaces). Words stay apart by one space. Two names of one script are the same when this is the same.
 */
export const foldName = (name: string): string => {
  const lower = name.toLowerCase()
  if (ASCII.test(lower)) return lower.includes('  ') ? lower.replace(/ +/g, ' ').trim() : lower.trim()
  const plain = lower.replace(SPECIAL, (letter) => PLAIN[letter] ?? '')
  const bare = plain.normalize('NFKD').replace(/[\p{M}\p{Cf}'’‘`´ʻʼʽʾʿˈ′″"“”]/gu, '')
  return bare
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The article of Arabic names as romanised: al, el …, or assimilated to the word it stands before (ar-Raqqa, ez-Zor). */
const isRomanArticle = (word: string, next: string): boolean => {
  if (word.length > 3 || word.length < 2 || !'aeiu'.includes(word.charAt(0))) return false
  const consonants = word.slice(1)
  return consonants === 'l' || (/^(sh|ch|th|dh|[tdnrszlj])$/.test(consonants) && next.startsWith(consonants))
}

/** The article of Arabic names in their own script, alone or after "and", before at least three letters more. */
const ARABIC_ARTICLE = /^و?ال(?=.{2})/u

/** "ال" by itself is an article set apart, or the "house of" that romanised names write Al too. */
const withoutArabicArticle = (word: string, isLast: boolean): readonly string[] =>
  word === 'ال' && !isLast ? [] : [word.replace(ARABIC_ARTICLE, '')]

/** The words of a folded name without articles; a name that is nothing but an article keeps it. */
export const withoutArticles = (folded: string): readonly string[] => {
  const words = folded.split(' ')
  if (folded.includes('ال')) return words.flatMap((word, i) => withoutArabicArticle(word, i === words.length - 1))
  return words.length === 1
    ? words
    : words.filter((word, i) => i === words.length - 1 || !isRomanArticle(word, words[i + 1] ?? ''))
}

/** Whether a name is written with an article of its own (al-, el-, ال). */
export const hasArticle = (name: string): boolean => {
  const folded = foldName(name)
  return withoutArticles(folded).join(' ') !== folded
}

/** The key under which names that are the same after folding stand, articles and gaps between words left out. */
export const exactKey = (name: string): string => withoutArticles(foldName(name)).join('')

/** A name without what stands in brackets in it ("Jericho (Ariha)"); the name itself when nothing else is left. */
export const withoutBrackets = (name: string): string => {
  const bare = name.replace(/\s*\([^)]*\)?\s*/g, ' ').trim()
  return bare === '' ? name : bare
}
