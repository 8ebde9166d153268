import type { Row } from '../../lexicon/lexicon.ts'
import { foldWord } from './fold-arabic.ts'

/** How many a form of a noun tells of by itself: one, two, or more than two. */
export type NounNumber = 'one' | 'two' | 'many'

/** A form of a noun, folded. */
export interface NounForm {
  readonly form: string
  readonly number: NounNumber
}

/** How a form of a verb is told: as done, or as under way or to come. */
export type Mood = 'perfect' | 'imperfect' | 'future'

/** A form of a verb, folded. */
export interface VerbForm {
  readonly form: string
  readonly mood: Mood
  /** Agrees with a subject of several that stands before it. */
  readonly plural: boolean
}

/** A dual before a possessor: "طفليه". */
const CONSTRUCT_DUAL = '\u064a'

const TIED_TA = '\u0629'

/** The parts of a cell that are parted by `|`. */
export const partsOf = (cell: string | undefined): readonly string[] =>
  (cell ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/**
 * The forms of a noun: its singular (`words`) with the accusative and the dual, its `plurals` as they stand. A form that may be
 * a dual or a plural ("مدنيين") is a plural: two civilians are told by a number beside it.
 */
export const nounForms = (row: Row): readonly NounForm[] => {
  const forms = new Map<string, NounNumber>()
  const add = (form: string, number: NounNumber): void => {
    if (!forms.has(form)) forms.set(form, number)
  }
  const singulars = partsOf(row.words)
  for (const word of singulars) add(foldWord(word).letters, 'one')
  for (const word of partsOf(row.plurals)) add(foldWord(word).letters, 'many')
  for (const word of singulars) {
    const [stem, ends] = word.endsWith(TIED_TA)
      ? [word.slice(0, -1), ['\u062a\u0627\u0646', '\u062a\u064a\u0646']]
      : [word, ['\u0627\u0646', '\u064a\u0646']]
    for (const end of ends) add(foldWord(stem + end).letters, 'two')
    add(foldWord(stem + (word.endsWith(TIED_TA) ? '\u062a' : '') + CONSTRUCT_DUAL).letters, 'two')
    if (word.endsWith(TIED_TA)) add(foldWord(`${stem}\u062a\u0627`).letters, 'two')
    if (!/[\u0629\u0621\u0649\u0627]$/.test(word)) add(foldWord(`${word}\u0627`).letters, 'one')
  }
  return [...forms].map(([form, number]) => ({ form, number }))
}

const PERFECT_ENDS: readonly (readonly [end: string, plural: boolean])[] = [
  ['', false],
  ['\u062a', false],
  ['\u0627', true],
  ['\u062a\u0627', true],
  ['\u0648\u0627', true],
  ['\u0646', true],
]
const IMPERFECT_ENDS: readonly (readonly [end: string, plural: boolean])[] = [
  ['', false],
  ['\u0648\u0646', true],
  ['\u0648\u0627', true],
  ['\u0627\u0646', true],
  ['\u0646', true],
]
const FUTURE = '\u0633'

/**
 * The forms of a verb in the third person: from the stems of the perfect (`words`, "قتل") and of the imperfect without its
 * prefix (`imperfect`, "قتل" of "يقتل"); `forms` of a weak verb stand as they are, those in `plural_forms` agree with several.
 */
export const verbForms = (row: Row): readonly VerbForm[] => {
  const perfect = partsOf(row.words).flatMap((stem) =>
    PERFECT_ENDS.map(([end, plural]): VerbForm => ({ form: foldWord(stem + end).letters, mood: 'perfect', plural })),
  )
  const imperfect = partsOf(row.imperfect).flatMap((stem) =>
    ['\u064a', '\u062a'].flatMap((prefix) =>
      IMPERFECT_ENDS.flatMap(([end, plural]): readonly VerbForm[] => {
        const form = foldWord(prefix + stem + end).letters
        return [
          { form, mood: 'imperfect', plural },
          { form: FUTURE + form, mood: 'future', plural },
        ]
      }),
    ),
  )
  return [...perfect, ...imperfect]
}
