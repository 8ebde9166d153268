import { named } from '../../lib/format.ts'
import type { Translate } from '../../lib/i18n.ts'
import type { IncidentPoint } from '../../lib/resources.ts'
import { type Bin, binsOf, type Step } from '../../lib/time-bins.ts'

export const SPLITS = ['means', 'actor', 'area'] as const
export type Split = (typeof SPLITS)[number]

export interface SplitBin extends Bin {
  readonly key: string
}

const MOST = 7

/**
 * The bins of each value of a split, the most frequent values by themselves and the rest together. An incident told with two
 * means or actors counts under the first alone, so that the parts add up to the whole.
 */
export const splitOf = (
  points: readonly IncidentPoint[],
  split: Split,
  step: Step,
  t: Translate,
): readonly SplitBin[] => {
  const keyOf = (point: IncidentPoint): string => {
    if (split === 'area') return point.admin1 ?? point.country ?? t('split.none')
    if (split === 'actor') return point.actors[0] ?? t('split.none')
    return point.means[0] === undefined ? t('split.none') : named(t, 'means', point.means[0])
  }
  const groups = new Map<string, IncidentPoint[]>()
  for (const point of points) groups.set(keyOf(point), [...(groups.get(keyOf(point)) ?? []), point])
  const ordered = [...groups].sort(([, a], [, b]) => b.length - a.length)
  const rest = ordered.slice(MOST).flatMap(([, held]) => held)
  const shown = rest.length === 0 ? ordered : [...ordered.slice(0, MOST), [t('split.rest'), rest] as const]
  return shown.flatMap(([key, held]) => binsOf(held, step).map((bin) => ({ ...bin, key })))
}
