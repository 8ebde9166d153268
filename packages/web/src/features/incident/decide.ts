import type { IncidentDetail } from '@sijil/core/contract/incident-detail.js'
import type { IncidentReviewRequest } from '@sijil/core/contract/review-record.js'
import type { Means } from '@sijil/core/model/claim.js'
import type { Grade } from '@sijil/core/model/incident.js'

/** An incident's fields as a person fills them in: words and numbers as typed. */
export interface IncidentForm {
  readonly killed: FigureForm
  readonly injured: FigureForm
  readonly place: string
  readonly from: string
  readonly to: string
  readonly means: readonly Means[]
  readonly actors: string
  readonly grade: Grade
}

export interface FigureForm {
  readonly low: string
  readonly high: string
  readonly best: string
}

const typed = (n: number | null): string => (n === null ? '' : String(n))
const figureForm = ({ low, high, best }: IncidentDetail['killed']): FigureForm => ({
  low: typed(low),
  high: typed(high),
  best: typed(best),
})

export const incidentForm = (incident: IncidentDetail): IncidentForm => ({
  killed: figureForm(incident.killed),
  injured: figureForm(incident.injured),
  place: incident.place.text ?? incident.place.name ?? '',
  from: incident.from ?? '',
  to: incident.to ?? '',
  means: incident.means,
  actors: incident.actors.join('; '),
  grade: incident.grade,
})

const count = (text: string): number | null => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : null)

/** Whether a figure can be written: whole numbers, in order. */
export const isFigure = ({ low, high, best }: FigureForm): boolean => {
  if ([low, high, best].some((text) => text.trim() !== '' && count(text) === null)) return false
  const known = [count(low), count(best), count(high)].filter((n) => n !== null)
  return known.every((n, at) => at === 0 || (known[at - 1] ?? 0) <= n)
}

const figure = ({ low, high, best }: FigureForm) => ({ low: count(low), high: count(high), best: count(best) })

type Change = Pick<IncidentReviewRequest, 'field' | 'value'>

/** What differs between two forms, field by field, in the shapes that the server takes. */
export const changesOf = (before: IncidentForm, after: IncidentForm): readonly Change[] => {
  const differs = (field: keyof IncidentForm): boolean => JSON.stringify(before[field]) !== JSON.stringify(after[field])
  const changes: Change[] = []
  for (const field of ['killed', 'injured'] as const)
    if (differs(field)) changes.push({ field, value: figure(after[field]) })
  if (differs('from') || differs('to'))
    changes.push({ field: 'time', value: { from: after.from || null, to: after.to || null } })
  if (differs('place') && after.place.trim() !== '')
    changes.push({ field: 'place', value: { text: after.place.trim() } })
  if (differs('means')) changes.push({ field: 'means', value: after.means })
  if (differs('actors'))
    changes.push({
      field: 'actors',
      value: after.actors
        .split(';')
        .map((one) => one.trim())
        .filter(Boolean),
    })
  if (differs('grade')) changes.push({ field: 'grade', value: after.grade })
  return changes
}
