import type { FigureRecord, RangeRecord } from '@sijil/core/contract/range-record.js'
import { number, range } from '../lib/format.ts'
import { useT } from '../lib/i18n.ts'
import { Ltr } from './ltr.tsx'

interface FigureProps {
  readonly value: RangeRecord & { readonly best?: number | null }
  readonly tone?: 'killed' | 'injured' | 'displaced' | 'plain'
  readonly large?: boolean
  /** The best estimate under the range, so that ranges stand in a column. */
  readonly stacked?: boolean
}

const TONES = {
  killed: 'text-killed',
  injured: 'text-injured',
  displaced: 'text-displaced',
  plain: 'text-ink',
} as const

/** A range as reported, its best estimate beside it where the two differ. */
export const Figure = ({ value, tone = 'plain', large = false, stacked = false }: FigureProps) => {
  const t = useT()
  const told = value.low !== null || value.high !== null
  const best = value.best
  const differs = told && best != null && !(value.low === best && value.high === best)
  return (
    <span className={`inline-flex whitespace-nowrap ${stacked ? 'flex-col items-end' : 'items-baseline gap-1.5'}`}>
      <Ltr
        className={`${large ? 'text-4xl font-semibold tracking-tight' : 'font-semibold'} ${told ? TONES[tone] : 'text-faint'}`}
      >
        {range(value, t)}
      </Ltr>
      {differs && (
        <span className="text-[0.8rem] text-faint">
          {t('figure.best')} <Ltr>{number(best)}</Ltr>
        </span>
      )}
    </span>
  )
}

export const hasNumber = (value: RangeRecord | FigureRecord): boolean => value.low !== null || value.high !== null
