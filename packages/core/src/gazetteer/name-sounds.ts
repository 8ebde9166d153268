import anyAscii from 'any-ascii'
import { foldName, type Script, scriptOf, withoutArticles } from './fold-name.ts'

/**
 * A name as the sounds its letters stand for, one character each, words joined by spaces: digraphs of any romanisation
 * are one sound (kh = x, gh = ɣ, sh = ʃ, th = θ, dh = ð), long vowels one vowel, so that spellings of one name in several
 * romanisations and scripts come out nearly alike.
 */
export const soundsOf = (name: string): string => hearName(name).sounds

/** A name's exact key (see `exactKey`) and its sounds, in one go. */
export const hearName = (name: string): { readonly exact: string; readonly sounds: string } => {
  const script = scriptOf(name)
  const words = withoutArticles(foldName(name))
  const exact = words.join('')
  if (script === 'arabic') return { exact, sounds: arabicName(words) }
  const roman = script === 'latin' ? romanWords(name, words) : withoutArticles(foldName(anyAscii(name)))
  return { exact, sounds: roman.map((word) => romanSounds(word, script)).join(' ') }
}

/** Letters whose mark tells the sound, which folding takes off: as digraphs. */
const MARKED: Readonly<Record<string, string>> = {
  č: 'tch',
  ç: 'tch',
  ć: 'tch',
  š: 'sh',
  ş: 'sh',
  ș: 'sh',
  ś: 'sh',
  ž: 'zh',
  ź: 'zh',
  ż: 'zh',
  ẖ: 'kh',
  ḵ: 'kh',
  ḫ: 'kh',
  ẍ: 'gh',
}
const MARKS = new RegExp(`[${Object.keys(MARKED).join('')}]`, 'gu')

const romanWords = (name: string, words: readonly string[]): readonly string[] => {
  const lower = name.toLowerCase().normalize('NFC')
  const told = lower.replace(MARKS, (letter) => MARKED[letter] ?? letter)
  return told === lower ? words : withoutArticles(foldName(told))
}

const ARABIC: Readonly<Record<string, string>> = {
  ا: 'a',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ث: 'θ',
  ج: 'j',
  چ: 'ʧ',
  ح: 'h',
  خ: 'x',
  د: 'd',
  ذ: 'ð',
  ر: 'r',
  ز: 'z',
  ژ: 'j',
  س: 's',
  ش: 'ʃ',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'ʕ',
  غ: 'ɣ',
  ف: 'f',
  ڤ: 'v',
  ق: 'q',
  ك: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'u',
  ي: 'i',
  ە: 'a',
  ټ: 't',
  ډ: 'd',
  ړ: 'r',
  ڼ: 'n',
  ښ: 'ʃ',
  ږ: 'g',
  ځ: 'z',
  څ: 's',
  ڕ: 'r',
  ڵ: 'l',
}

/** The feminine ending: a t before another word ("maarat al-…"), else an a; written ŧ where it may be either. */
const arabicName = (words: readonly string[]): string =>
  words.map((word, i) => arabicSounds(word).replace(/h$/, i === words.length - 1 ? 'a' : 'ŧ')).join(' ')

const arabicSounds = (word: string): string => {
  let sounds = ''
  for (const letter of word.replaceAll('تش', 'چ')) sounds += ARABIC[letter] ?? ''
  return sounds
}

/** Letter groups of Latin spellings, the longest first, and the sounds they stand for. */
const ROMAN: readonly (readonly [string, string])[] = [
  ['schtsch', 'ʃ'],
  ['tsch', 'ʧ'],
  ['shch', 'ʃ'],
  ['sch', 'ʃ'],
  ['tch', 'ʧ'],
  ['tsh', 'ʃ'],
  ['dzh', 'j'],
  ['kh', 'x'],
  ['rh', 'ř'],
  ['gh', 'ɣ'],
  ['sh', 'ʃ'],
  ['ch', 'ʧ'],
  ['th', 'θ'],
  ['dh', 'ð'],
  ['zh', 'j'],
  ['dj', 'j'],
  ['ph', 'f'],
  ['sz', 'ʃ'],
  ['cz', 'ʧ'],
  ['ck', 'k'],
  ['qu', 'k'],
  ['ts', 's'],
  ['ou', 'u'],
  ['oo', 'u'],
  ['ee', 'i'],
  ['ii', 'i'],
  ['aa', 'a'],
  ['eh', 'a'],
  ['w', 'u'],
  ['y', 'i'],
  ['c', 'ç'],
]
const GROUPS = new RegExp(ROMAN.map(([letters]) => letters).join('|'), 'g')
const SOUND = new Map(ROMAN)

const romanSounds = (word: string, script: Script): string => {
  let plain = word
  if (script === 'latin' && word.includes('c')) plain = plain.replace(/c(?=[ei])/g, 's')
  if (/[aeiou]h$/.test(plain)) plain = plain.slice(0, -1)
  return plain.replace(GROUPS, (letters) => SOUND.get(letters) ?? letters).replace(/(.)\1+/gu, '$1')
}
