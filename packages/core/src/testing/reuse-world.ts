/** A made-up document, with the stories that its words are from. */
export interface MadeReport {
  readonly doc: string
  readonly published: string
  readonly text: string
  /** One story; two for a round-up that mixes them. */
  readonly stories: readonly number[]
  readonly kind: 'original' | 'reprint' | 'abridged' | 'expanded' | 'round-up'
}

/** A generator of numbers from 0 to 1 that gives the same for the same seed. */
export type Random = () => number

/** Mulberry32. */
export const seeded = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const VOCABULARY = 9000
/** Of every hundred reports so many are originals; the others copy one of those before them. */
const ORIGINALS = 0.55
const NOISE = 0.03

/**
 * Reports with known copies: originals told by themselves, of which two and two tell one event with the same names;
 * reprints with three words in a hundred changed; abridgements that keep six sentences in ten; expansions; and round-ups
 * that join halves of two stories. Stock sentences stand in many reports.
 */
export const makeReports = (count: number, seed: number): readonly MadeReport[] => {
  const random = seeded(seed)
  const stock = Array.from({ length: 40 }, () => sentenceOf(random, []))
  const stories: (readonly string[])[] = []
  const reports: MadeReport[] = []
  for (let i = 0; i < count; i++) {
    const doc = `d${String(i).padStart(7, '0')}`
    const published = new Date(Date.UTC(2020, 0, 1 + Math.floor((i * 700) / count))).toISOString().slice(0, 10)
    const push = (kind: MadeReport['kind'], from: readonly number[], sentences: readonly string[]): void => {
      reports.push({ doc, published, kind, stories: from, text: sentences.join(' ') })
    }
    const roll = random()
    if (stories.length < 2 || roll < ORIGINALS) {
      const story = makeStory(random, stories.length >> 1, stock)
      stories.push(story)
      push('original', [stories.length - 1], story)
      continue
    }
    const first = pick(random, stories.length)
    const second = pick(random, stories.length)
    const [a = [], b = []] = [stories[first], stories[second]]
    if (roll < 0.7)
      push(
        'reprint',
        [first],
        a.map((sentence) => withNoise(random, sentence)),
      )
    else if (roll < 0.85)
      push(
        'abridged',
        [first],
        a.filter(() => random() < 0.6).map((s) => withNoise(random, s)),
      )
    else if (roll < 0.93) push('expanded', [first], [...a, ...makeStory(random, 1e6 + i, stock).slice(0, 5)])
    else push('round-up', [first, second], [...a.slice(0, a.length / 2), ...b.slice(b.length / 2)])
  }
  return reports
}

const pick = (random: Random, length: number): number => Math.floor(random() * length)

const makeStory = (random: Random, event: number, stock: readonly string[]): readonly string[] => {
  const names = Array.from({ length: 8 }, (_, i) => `Name${event}x${i}`)
  const sentences = Array.from({ length: 12 + pick(random, 12) }, () => sentenceOf(random, names))
  return sentences.flatMap((sentence) =>
    random() < 0.08 ? [sentence, stock[pick(random, stock.length)] ?? ''] : [sentence],
  )
}

/** Words as they are in language: few are used often. */
const wordOf = (random: Random): string => `w${Math.floor(VOCABULARY * random() ** 3).toString(36)}`

const sentenceOf = (random: Random, names: readonly string[]): string => {
  const words = Array.from({ length: 10 + pick(random, 18) }, () =>
    names.length > 0 && random() < 0.12 ? (names[pick(random, names.length)] ?? '') : wordOf(random),
  )
  const [first = ''] = words
  return `${[first.charAt(0).toUpperCase() + first.slice(1), ...words.slice(1)].join(' ')}.`
}

const withNoise = (random: Random, sentence: string): string =>
  sentence
    .split(' ')
    .map((word) => (random() < NOISE ? wordOf(random) : word))
    .join(' ')
