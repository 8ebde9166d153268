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
  const roman = script === 'latin' ? words : withoutArticles(foldName(anyAscii(name)))
  return { exact, sounds: roman.map((word) => romanSounds(word, script)).join(' ') }
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
  for (const letter of word) sounds += ARABIC[letter] ?? ''
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
  ['x', 'k'],
  ['c', 'k'],
]
const GROUPS = new RegExp(ROMAN.map(([letters]) => letters).join('|'), 'g')
const SOUND = new Map(ROMAN)

const romanSounds = (word: string, script: Script): string => {
  let plain = word
  if (script === 'latin' && word.includes('c')) plain = plain.replace(/c(?=[ei])/g, 's')
  if (/[aeiou]h$/.test(plain)) plain = plain.slice(0, -1)
  return plain.replace(GROUPS, (letters) => SOUND.get(letters) ?? letters).replace(/(.)\1+/gu, '$1')
}

/** Sounds that writers of different romanisations interchange fall into one class; vowels and weak sounds into none. */
const CLASS = new Map(
  Object.entries({
    b: 'b',
    p: 'b',
    t: 't',
    θ: 't',
    d: 'd',
    ð: 'd',
    z: 'd',
    j: 'k',
    g: 'k',
    k: 'k',
    q: 'k',
    ɣ: 'k',
    ř: 'k',
    x: 'h',
    h: 'h',
    s: 's',
    ʃ: 's',
    ʧ: 's',
    f: 'f',
    v: 'f',
    l: 'l',
    m: 'm',
    n: 'n',
    r: 'r',
  }),
)

/**
 * The key under which spellings of one name are found together: its consonants by class, doubles once. It retrieves; a distance decides.
 */
export const soundKey = (sounds: string): string => {
  let key = ''
  let last = ''
  for (let i = 0; i < sounds.length; i++) {
    const sound = sounds[i] ?? ''
    const group = CLASS.get(sound) ?? (MUTE.has(sound) ? '' : sound)
    if (group === '' || group === last) continue
    key += group
    last = group
  }
  return key === '' ? sounds.replaceAll(' ', '') : key
}
const MUTE = new Set([...' aeiouʕŧ'])

/**
 * Sounds that may be read in two ways, and the second: the feminine ending as a t, French rh (gh) as r and h, the v that
 * others write w, the g that Ukrainian speaks as h.
 */
const SECOND: readonly (readonly [string, string])[] = [
  ['ŧ', 't'],
  ['ř', 'rh'],
  ['v', 'u'],
  ['g', 'h'],
]

/** All keys of a string of sounds: one for each way to read what may be read in two ways. */
export const soundKeys = (sounds: string): readonly string[] => {
  let readings: readonly string[] = [sounds]
  for (const [sound, second] of SECOND)
    if (sounds.includes(sound)) readings = readings.flatMap((one) => [one, one.replaceAll(sound, second)])
  return readings.length === 1 ? [soundKey(sounds)] : [...new Set(readings.map(soundKey))]
}
