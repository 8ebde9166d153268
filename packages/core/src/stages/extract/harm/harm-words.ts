import type { Lexicon } from '../../../lexicon/lexicon.ts'
import { METRICS, type Metric } from '../../../model/claim.ts'
import { type PhraseBook, phraseBook, spellingsOf } from '../words/phrase-book.ts'

const FRAMES = [
  'object',
  'object-past',
  'object-active',
  'object-person',
  'object-fighter',
  'subject',
  'subject-only',
  'state',
  'event',
  'counted',
  'toll',
  'lives',
  'lose',
  'victims',
  'mass',
  'suffered',
  'custody',
  'bodies',
  'cost',
  'departs',
  'shot',
  'natural',
] as const
/** Where the people stand around a harm word: see the head of `harm.tsv`. */
export type Frame = (typeof FRAMES)[number]

/** Which form of a verb a word is; a past form may be a participle too; `fixed` for what is not inflected. */
export type Form = 'base' | 'third' | 'past' | 'participle' | 'ing' | 'fixed'
const FORMS: readonly Form[] = ['base', 'third', 'past', 'participle', 'ing']

/** One form of a harm word. */
export interface HarmWord {
  readonly metric: Metric
  readonly frame: Frame
  readonly form: Form
  /** Whether it tells of a death of any kind ("died"), which no attack need have caused. */
  readonly byItself: boolean
}

export type HarmWords = PhraseBook<readonly HarmWord[]>

/** Compiles `harm.tsv`; a form that several rows share keeps all its readings. Throws a RangeError that names a bad row. */
export const compileHarm = (lexicon: Lexicon): HarmWords => {
  const readings = new Map<string, HarmWord[]>()
  const add = (words: string, word: HarmWord): void => {
    const known = readings.get(words)
    if (known === undefined) readings.set(words, [word])
    else if (
      !known.some(
        (k) =>
          k.frame === word.frame &&
          k.metric === word.metric &&
          (k.form === word.form || (k.form === 'past' && word.form === 'participle')),
      )
    )
      known.push(word)
  }
  for (const row of lexicon.table('harm')) {
    const metric = METRICS.find((known) => known === row.metric)
    const frame = FRAMES.find((known) => known === row.frame)
    const forms = row.forms ?? ''
    const byItself = row['by itself'] === 'yes'
    if (metric === undefined || frame === undefined)
      throw new RangeError(`lexicons/${lexicon.language}/harm.tsv: "${forms}" has an unknown metric or frame`)
    if (isInflected(frame, forms))
      forms.split(' ').forEach((words, i) => {
        if (words !== '-') add(words, { metric, frame, form: FORMS[i] ?? 'fixed', byItself })
      })
    else for (const words of spellingsOf(forms)) add(words, { metric, frame, form: 'fixed', byItself })
  }
  return phraseBook([...readings])
}

/** Verbs come as five forms; everything else is a fixed phrase. */
const isInflected = (frame: Frame, forms: string): boolean =>
  (frame === 'object' ||
    frame === 'object-person' ||
    frame === 'object-fighter' ||
    frame === 'custody' ||
    frame === 'subject' ||
    frame === 'mass' ||
    frame === 'lose' ||
    frame === 'cost' ||
    frame === 'departs') &&
  forms.split(' ').length === FORMS.length
