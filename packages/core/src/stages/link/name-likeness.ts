import { exactKey, foldName, withoutArticles } from '../../gazetteer/fold-name.ts'
import { type Heard, hear, likenessOfHeard } from '../../gazetteer/likeness.ts'
import { soundsOf } from '../../gazetteer/name-sounds.ts'

/** A place's name, ready to be compared with many others. */
export interface ReadyName {
  readonly exact: string
  readonly words: readonly string[]
  readonly heard: Heard
  /** The consonants alone, near sounds as one: a key under which spellings of one name meet. */
  readonly consonants: string
}

/** One name holds all the words of the other: "Jabal Arbaeen" and "Arbaeen". */
const HELD = 0.75
/** Names that sound less alike than this have nothing in common. */
const FLOOR = 0.4

const COARSE: Readonly<Record<string, string>> = {
  q: 'k',
  g: 'k',
  ɣ: 'k',
  x: 'k',
  ð: 'd',
  θ: 't',
  z: 's',
  ʃ: 's',
  ʧ: 's',
  p: 'b',
  v: 'b',
  f: 'b',
  n: 'm',
}

/** Prepares a name for comparison. */
export const readyName = (name: string): ReadyName => {
  const sounds = soundsOf(name)
  return {
    exact: exactKey(name),
    words: withoutArticles(foldName(name)),
    heard: hear(sounds),
    consonants: sounds
      .replace(/[ aeiouʕŧhyw]/g, '')
      .replace(/./g, (sound) => COARSE[sound] ?? sound)
      .replace(/(.)\1+/g, '$1'),
  }
}

/** How alike two spellings of a place's name are, in any script and romanisation: 1 = the same after folding, 0 = not at all. */
export const likenessOf = (a: ReadyName, b: ReadyName): number => {
  if (a.exact === '' || b.exact === '') return 0
  if (a.exact === b.exact) return 1
  const sound = likenessOfHeard(a.heard, b.heard, FLOOR)
  return sound < HELD && (holdsWords(a.words, b.words) || holdsWords(b.words, a.words)) ? HELD : sound
}

/** How alike two spellings are. */
export const nameLikeness = (left: string, right: string): number => likenessOf(readyName(left), readyName(right))

const holdsWords = (longer: readonly string[], shorter: readonly string[]): boolean =>
  shorter.every((word) => longer.includes(word))
