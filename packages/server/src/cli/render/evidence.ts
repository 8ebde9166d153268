import { isCountRecord } from '@sijil/core/contract/claim-record.js'
import type { EvidenceRecord, IncidentDetail } from '@sijil/core/contract/incident-detail.js'
import type { Look } from './look.ts'
import { originLetter } from './origin-letter.ts'
import { isolated, printable } from './printable.ts'
import { chainWords, claimWords, codeWords, dayWords, rangeWords } from './words.ts'
import { wrap } from './wrap.ts'

const OPEN = '⟦'
const CLOSE = '⟧'

/** Each claim in its sentence, the passage marked, with document, outlet, day, who says so, and where the characters are. */
export const evidenceLines = (
  detail: IncidentDetail,
  numbers: ReadonlyMap<string, number>,
  look: Look,
): readonly string[] => {
  const letters = new Map(detail.originList.map(({ key }, i) => [key, originLetter(i)]))
  return detail.evidence.flatMap((evidence, i) => [
    ...(i === 0 ? [] : ['']),
    ...oneLines(evidence, numbers.get(evidence.claim.id) ?? i + 1, letters, look),
  ])
}

const oneLines = (
  evidence: EvidenceRecord,
  number: number,
  letters: ReadonlyMap<string, string>,
  { width, paint }: Look,
): readonly string[] => {
  const mark = `[${number}] `
  const room = width - mark.length - 2
  const indent = ' '.repeat(mark.length)
  const lines = (text: string) => wrap(printable(text), room).map((line) => isolated(line))
  return [
    ...lines(documentWords(evidence)).map((line, i) =>
      i === 0 ? paint.strong(mark + line) : paint.strong(indent + line),
    ),
    ...markedLines(evidence.sentence, room, paint.coloured ? paint.mark : null).map((line) => indent + line),
    ...lines(saysWords(evidence)).map((line) => indent + line),
    ...lines(whereaboutsWords(evidence, letters)).map((line) => paint.faint(indent + line)),
  ]
}

/** How each relation to an earlier document reads before its name. */
const COPY_WORDS = {
  identical: 'the same words as',
  reprint: 'reprint of',
  abridged: 'abridged from',
  expanded: 'expanded from',
  quotes: 'quotes',
  reworded: 're-words',
} as const

const documentWords = ({ document }: EvidenceRecord): string =>
  [
    document.doc,
    document.outlet ?? 'outlet unknown',
    ...(document.agency === null || document.agency === document.outlet ? [] : [`credit ${document.agency}`]),
    document.published === null ? 'undated' : `published ${document.published}`,
    ...(document.copy === null ? [] : [`${COPY_WORDS[document.copy.relation]} ${document.copy.of}`]),
  ].join(' · ')

const saysWords = ({ claim, document }: EvidenceRecord): string => {
  const groups = isCountRecord(claim)
    ? Object.entries(claim.groups).map(([group, [low, high]]) =>
        low === null && high === null ? codeWords(group) : `${rangeWords({ low, high })} ${codeWords(group)}`,
      )
    : []
  const status = isCountRecord(claim) && claim.status !== 'unknown' ? [claim.status] : []
  return [
    [claimWords(claim), ...status, ...groups].join(', '),
    ...(claim.places.length === 0 ? [] : [claim.places.join('; ')]),
    dayWords(claim.from, claim.to),
    `says ${chainWords(claim, document.outlet)}`,
  ].join(' · ')
}

const whereaboutsWords = (
  { claim, origin, repeats, document }: EvidenceRecord,
  letters: ReadonlyMap<string, string>,
): string =>
  [
    `characters ${claim.start}–${claim.end}`,
    ...(isCountRecord(claim) && claim.restates !== null ? ['restates an earlier claim of the document'] : []),
    ...(isCountRecord(claim) && claim.relation !== null ? [`a ${claim.relation} of another number`] : []),
    ...(repeats !== null ? [`repeats ${repeats}`] : document.copy === null ? [] : ['new here, not in what it copies']),
    origin === null ? 'no vote' : `origin ${letters.get(origin) ?? '?'}`,
    `rule ${claim.rule}`,
    `confidence ${claim.confidence.toFixed(2)}`,
    claim.id,
  ].join(' · ')

/** The sentence on as many lines as it takes, the passage between ⟦ ⟧, or underlined where there is colour. */
export const markedLines = (
  { text, mark }: EvidenceRecord['sentence'],
  width: number,
  paint: ((text: string) => string) | null,
): readonly string[] => {
  const clean = (part: string) => printable(part).replaceAll(OPEN, '[').replaceAll(CLOSE, ']')
  const marked = `“${clean(text.slice(0, mark[0]))}${OPEN}${clean(text.slice(...mark))}${CLOSE}${clean(text.slice(mark[1]))}”`
  const lines = wrap(marked, width)
  return (paint === null ? lines : painted(lines, paint)).map(isolated)
}

const painted = (lines: readonly string[], paint: (text: string) => string): readonly string[] => {
  let inside = false
  return lines.map((line) =>
    line
      .split(/([⟦⟧])/)
      .map((part) => {
        if (part === OPEN || part === CLOSE) {
          inside = part === OPEN
          return ''
        }
        return inside ? paint(part) : part
      })
      .join(''),
  )
}
