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
    ç: 'k',
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

/** How many consonants a name has; the fewer, the more names are like it by chance. */
export const consonantsIn = (sounds: string): number => {
  let count = 0
  for (const sound of sounds) if (!MUTE.has(sound)) count++
  return count
}

/**
 * Sounds that may be read in two ways, and the second: the feminine ending as a t, French rh (gh) as r and h, the v that
 * others write w, the g that Ukrainian speaks as h, the ch of German and Polish (kh), a c that stands for ch, Arabic letters for
 * the ts of Slavic names.
 */
const SECOND: readonly (readonly [string, string])[] = [
  ['ŧ', 't'],
  ['ř', 'rh'],
  ['v', 'u'],
  ['g', 'h'],
  ['ʧ', 'x'],
  ['ç', 's'],
  ['ts', 's'],
]

/** All keys of a string of sounds: one for each way to read what may be read in two ways. */
export const soundKeys = (sounds: string): readonly string[] => {
  let readings: readonly string[] = [sounds]
  for (const [sound, second] of SECOND)
    if (sounds.includes(sound)) readings = readings.flatMap((one) => [one, one.replaceAll(sound, second)])
  return readings.length === 1 ? [soundKey(sounds)] : [...new Set(readings.slice(0, READINGS).map(soundKey))]
}
/** How many ways to read one name are followed at most. */
const READINGS = 8

/** Keys of fewer consonants are near too many others. */
const SHORTEST = 4

/** A key with each of its consonants left out in turn: two keys that are one consonant apart share one of these, or are one. */
export const keysNear = (key: string): readonly string[] => {
  if (key.length < SHORTEST) return []
  const near = new Set<string>()
  for (let i = 0; i < key.length; i++) near.add(key.slice(0, i) + key.slice(i + 1))
  return [...near]
}
