import type { ComparisonRecord } from '@sijil/core/contract/comparison-record.js'
import { WHAT_THE_NUMBERS_ARE } from '@sijil/core/contract/grade-meanings.js'
import type { Look } from './look.ts'
import { printable } from './printable.ts'
import { type Column, tableLines } from './table.ts'
import { codeWords, count, NOTHING, rangeWords } from './words.ts'
import { wrap } from './wrap.ts'

type Answer = ComparisonRecord['answers'][number]

const WIDEST = 110

/** The answers of the codebooks, metric by metric, and what parts them. */
export const comparisonPage = (code: string, comparisons: readonly ComparisonRecord[], look: Look): string => {
  const { paint } = look
  const width = Math.min(look.width, WIDEST)
  const metrics = comparisons.flatMap((comparison) => ['', ...metricLines(comparison, { paint, width })])
  const about = wrap(WHAT_THE_NUMBERS_ARE, width).map(paint.faint)
  return [paint.strong(printable(code)), ...about, ...metrics, ''].join('\n')
}

const metricLines = ({ metric, answers, partings }: ComparisonRecord, { paint, width }: Look): readonly string[] => [
  paint.strong(codeWords(metric)),
  ...tableLines(answerColumns({ paint, width }), answers, { width, paintHead: paint.faint }),
  ...(partings.length === 0
    ? [paint.faint('all answer the same')]
    : partings.flatMap(({ text }) => wrap(`≠ ${printable(text)}`, width))),
]

const answerColumns = ({ paint }: Look): readonly Column<Answer>[] => [
  { head: 'codebook', cell: ({ policy, version }) => `${policy} ${version}`, paint: paint.strong },
  { head: 'low–high', cell: ({ figure }) => rangeWords(figure) },
  { head: 'best', cell: ({ figure }) => (figure.best === null ? NOTHING : count(figure.best)), align: 'right' },
  { head: 'its rule', cell: ({ rule }) => rule, least: 16, most: 60 },
  { head: 'why here', cell: ({ figure }) => figure.why, least: 16, most: 60, mayGoBelow: true },
]
