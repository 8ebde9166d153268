import { FEATURES, type Feature, type Features } from './features.ts'
import type { Item } from './item.ts'
import type { Report } from './link-document.ts'
import { featuresAcross, type Reuse } from './link-reports.ts'
import { logOdds, type Weights } from './log-odds.ts'
import { ACROSS } from './weights.ts'

/** How many reasons a sentence gives. */
const REASONS = 4

/** Why an item is in its incident, for people to read. */
export const whyOf = (item: Item, report: Report, incident: readonly Report[], reuse: Reuse): string => {
  const others = incident.filter((other) => other !== report)
  const here = report.items.length > 1 ? `told with ${report.items.length - 1} other statement(s) of its document` : ''
  const best = others
    .map((other) => ({ other, features: featuresAcross(report, other, reuse) }))
    .map((pair) => ({ ...pair, score: logOdds(pair.features, ACROSS) }))
    .sort((a, b) => b.score - a.score || (a.other.key < b.other.key ? -1 : 1))[0]
  if (best === undefined) return here === '' ? 'stands alone: no other report of it is known' : here
  if (best.features === null) return `put together with ${placeOf(best.other)} by a person's judgement`
  const reasons = `${reasonsFor(best.features, ACROSS)} as ${placeOf(best.other)} of another report (log-odds ${best.score.toFixed(1)})`
  return item.place === null ? reasons : `${reasons}; its number holds for each of its places`
}

/** The features that spoke loudest, with their weights. */
export const reasonsFor = (features: Features, weights: Weights): string =>
  (Object.entries(features) as [Feature, number][])
    .filter(([feature]) => feature !== 'bias')
    .map(([feature, value]) => ({ feature, gain: value * weights[feature] }))
    .sort((a, b) => Math.abs(b.gain) - Math.abs(a.gain) || (a.feature < b.feature ? -1 : 1))
    .slice(0, REASONS)
    .map(({ feature, gain }) => `${FEATURES[feature]} (${gain > 0 ? '+' : ''}${gain.toFixed(1)})`)
    .join(', ')

const placeOf = (report: Report): string => {
  const names = [...new Set(report.profile.views.map((view) => view.mention.text))]
  return names.length === 0 ? 'a statement without a place' : names.slice(0, 3).join(' / ')
}
