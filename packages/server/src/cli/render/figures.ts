import type { IncidentDetail } from '@sijil/core/contract/incident-detail.js'
import type { FigureReasonRecord } from '@sijil/core/contract/range-record.js'
import { GROUPS, METRICS } from '@sijil/core/model/claim.js'
import type { Look } from './look.ts'
import { printable } from './printable.ts'
import { codeWords, count, rangeWords } from './words.ts'
import { pad, wrap } from './wrap.ts'

const LABEL = 22

/** Each figure with its range, the claims that set each bound, and why. */
export const figureLines = (
  detail: IncidentDetail,
  numbers: ReadonlyMap<string, number>,
  look: Look,
): readonly string[] => [
  ...METRICS.flatMap((metric) => {
    const figures = detail.figures[metric]
    if (figures === undefined) return []
    return [
      ...figureBlock(codeWords(metric), figures.all, numbers, look),
      ...(['civilians', 'combatants', 'unknown'] as const).flatMap((part) =>
        partLine(part === 'unknown' ? 'status unknown' : part, figures[part]),
      ),
    ]
  }),
  ...GROUPS.flatMap((group) => {
    const figure = detail.groupFigures[group]
    return figure === undefined ? [] : figureBlock(`${codeWords(group)} killed`, figure, numbers, look)
  }),
]

const figureBlock = (
  label: string,
  figure: FigureReasonRecord,
  numbers: ReadonlyMap<string, number>,
  { width, paint }: Look,
): readonly string[] => {
  const best = figure.best === null ? '' : `, best ${count(figure.best)}`
  const range = hasNumber(figure) ? `${rangeWords(figure)}${best}` : 'reported, without a number'
  const why = [boundsBy(figure, numbers), figure.why].filter((part) => part !== '').join('; ')
  const reasons = wrap(printable(why), width - LABEL - 2).map((line) => paint.faint(' '.repeat(LABEL) + line))
  return [pad(label, LABEL) + paint.strong(range), ...(why === '' ? [] : reasons)]
}

/** A status that no report speaks of is 0 to 0: nothing to tell. */
const partLine = (label: string, figure: FigureReasonRecord): readonly string[] =>
  hasNumber(figure) && figure.high !== 0 ? [`${pad(`  ${label}`, LABEL)}${rangeWords(figure)}`] : []

const hasNumber = ({ low, high }: FigureReasonRecord): boolean => low !== null || high !== null

/** "low by [1][3], high by [2]": the numbers are those of the evidence below. */
const boundsBy = (figure: FigureReasonRecord, numbers: ReadonlyMap<string, number>): string => {
  const bounds = [
    ['low', figure.low, figure.lowBy],
    ['high', figure.high, figure.highBy],
    ['best', figure.best, figure.bestBy],
  ] as const
  return bounds
    .flatMap(([name, value, by]) => {
      const cited = by.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b)
      if (cited.length === 0 || (value === null && name !== 'high')) return []
      return [`${name}${value === null ? ' left open' : ''} by ${cited.map((n) => `[${n}]`).join('')}`]
    })
    .join(', ')
}
