import { allPatterns } from '../../../lexicon/patterns.ts'
import { piecesOf } from '../../../lexicon/pieces.ts'
import type { Span } from '../../../model/span.ts'
import type { Context } from '../../../pipeline/stage.ts'
import type { TokenRange } from '../attribution/noun-phrase.ts'
import type { DocumentFrame } from '../claim-core.ts'
import { readDocument } from '../reading.ts'
import { type NameRun, nameRunsOf } from './name-runs.ts'
import { type PersonLexicon, personLexicon } from './person-lexicon.ts'

/** What part a named person plays: harmed or kin of the harmed · tells what happened · speaks for somebody · holds a public office · named otherwise. */
export type PersonRole = 'victim' | 'witness' | 'spokesperson' | 'public' | 'other'

/** The name of a person where it stands. */
export interface PersonMention extends Span {
  readonly text: string
  readonly role: PersonRole
}

/**
 * Names of persons in a document, in its order: by an age beside them, a title, a noun of person, a verb of saying, or
 * because the document has named them so before. Places, outlets and organisations are none.
 */
export const findPersons = (frame: DocumentFrame, context: Context): readonly PersonMention[] => {
  const reading = readDocument(frame, NO_CORES, context)
  const lexicon = personLexicon(reading.lexicon)
  const runs = nameRunsOf(
    frame.text,
    lexicon,
    reading.places.map(({ place }) => place),
  )
  const cues = cuesAt(frame, lexicon)
  const named = new Map<NameRun, PersonRole>()
  for (const run of runs) {
    const role = roleOf(run, frame, lexicon, cues, (range) =>
      reading.speeches.some((s) =>
        s.speakers.some((speaker) => speaker.first < range.last && range.first < speaker.last),
      ),
    )
    if (role !== null) named.set(run, role)
  }
  spread(runs, named)
  return runs.flatMap((run) => {
    const role = named.get(run)
    return role === undefined ? [] : [mention(frame, run, role)]
  })
}

/** The names that leave the house only when asked for: all but those of public office-holders. */
export const protectedNames = (frame: DocumentFrame, context: Context): readonly PersonMention[] =>
  findPersons(frame, context).filter((person) => person.role !== 'public')

const NO_CORES: readonly never[] = []

type Cues = ReadonlyMap<number, string>

/** The cue that ends just before each token. */
const cuesAt = (frame: DocumentFrame, lexicon: PersonLexicon): Cues =>
  new Map(allPatterns(lexicon.cues, piecesOf(frame.text)).map((match) => [match.last, match.value]))

const roleOf = (
  run: NameRun,
  frame: DocumentFrame,
  lexicon: PersonLexicon,
  cues: Cues,
  speaks: (range: TokenRange) => boolean,
): PersonRole | null => {
  const { tokens } = frame.text
  const speaking = speaks(run)
  const before = tokens[run.first - 1]
  const cue = cues.get(run.first)
  if (cue === 'public') return 'public'
  if (cue === 'named' || cue === 'kin') return speaking ? 'witness' : 'victim'
  if (isAged(run, frame, cues)) return speaking ? 'witness' : 'victim'
  if (before !== undefined && lexicon.places.has('title', before.lower)) return speaking ? 'spokesperson' : 'other'
  const noun = before !== undefined && before.tag !== 'PROPN' && lexicon.nouns.has(before.lower)
  if (noun || hasApposition(run, frame, lexicon)) return speaking ? 'spokesperson' : 'other'
  if (run.particle) return speaking ? 'witness' : 'other'
  return speaking && run.last - run.first > 1 ? 'witness' : null
}

/** "Haled Orvane, 71", "71-year-old Haled Orvane", "Haled Orvane (7)". */
const isAged = (run: NameRun, frame: DocumentFrame, cues: Cues): boolean => {
  const { tokens } = frame.text
  const isAge = (at: number): boolean => /^(?:\d|[1-9]\d|1[01]\d)$/.test(tokens[at]?.text ?? '')
  const mark = tokens[run.last]?.text
  if ((mark === ',' || mark === '(') && isAge(run.last + 1)) return closes(tokens[run.last + 2]?.text)
  return mark === ',' && cues.get(run.last + 2) === 'aged'
}

const closes = (text: string | undefined): boolean => text === ',' || text === ')' || text === '.' || text === ';'

/** "Haled Orvane, a farmer", "Haled Orvane, who lost". */
const hasApposition = (run: NameRun, frame: DocumentFrame, lexicon: PersonLexicon): boolean => {
  const { tokens } = frame.text
  if (tokens[run.last]?.text !== ',' || run.last - run.first < 2) return false
  for (let at = run.last + 1; at < run.last + 6; at++) {
    const token = tokens[at]
    if (token === undefined || token.text === ',' || token.text === '.') return false
    if (lexicon.nouns.has(token.lower) && token.tag === 'NOUN') return tokens[run.last + 1]?.tag === 'DET'
    if (at === run.last + 1 && token.lower !== 'which' && lexicon.small.get(token.lower) === 'who') return true
  }
  return false
}

/** Whoever was named as a person once is one wherever the name, or its last word, stands again. */
const spread = (runs: readonly NameRun[], named: Map<NameRun, PersonRole>): void => {
  const roles = new Map<string, PersonRole>()
  for (const [run, role] of named) {
    roles.set(run.name, role)
    if (run.surname !== null && !roles.has(run.surname)) roles.set(run.surname, role)
  }
  for (const run of runs) {
    const role = roles.get(run.name) ?? (run.surname === null ? undefined : roles.get(run.surname))
    if (!named.has(run) && role !== undefined) named.set(run, role)
  }
}

const mention = (frame: DocumentFrame, run: NameRun, role: PersonRole): PersonMention => {
  const start = frame.text.tokens[run.first]?.start ?? 0
  const end = frame.text.tokens[run.last - 1]?.end ?? start
  return { start, end, text: frame.text.content.slice(start, end), role }
}
