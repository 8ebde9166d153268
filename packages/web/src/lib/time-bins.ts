/** A stretch of days and what the incidents that began in it add up to. */
export interface Bin {
  readonly from: string
  readonly to: string
  readonly low: number
  readonly high: number
  readonly best: number
  readonly incidents: number
}

export interface Dated {
  readonly from: string | null
  readonly to: string | null
  readonly killed: { readonly low: number | null; readonly high: number | null; readonly best: number | null }
}

export const STEPS = ['day', 'week', 'month'] as const
export type Step = (typeof STEPS)[number]

const DAY_MS = 86_400_000
const stamp = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

const startOf = (day: string, step: Step): string => {
  if (step === 'month') return `${day.slice(0, 7)}-01`
  if (step === 'day') return day
  const ms = stamp(day)
  const weekday = (new Date(ms).getUTCDay() + 6) % 7
  return dayOf(ms - weekday * DAY_MS)
}

const nextAfter = (day: string, step: Step): string => {
  if (step === 'day') return dayOf(stamp(day) + DAY_MS)
  if (step === 'week') return dayOf(stamp(day) + 7 * DAY_MS)
  const [year = 0, month = 1] = day.split('-').map(Number)
  return dayOf(Date.UTC(year, month, 1))
}

const WEEKLY_FROM = 120
const MONTHLY_FROM = 900

/** The step at which so many days make a picture that can be read. */
export const stepFor = (items: readonly Dated[]): Step => {
  const days = items.flatMap(({ from, to }) => [from ?? to ?? []].flat()).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return 'day'
  const span = (stamp(last) - stamp(first)) / DAY_MS
  return span > MONTHLY_FROM ? 'month' : span > WEEKLY_FROM ? 'week' : 'day'
}

/**
 * Incidents by the day they began, summed a step each, without gaps. An open high bound counts with its low one: the picture
 * never shows more than was reported. Roll-ups must not be among them: they sum incidents.
 */
export const binsOf = (items: readonly Dated[], step: Step): readonly Bin[] => {
  const sums = new Map<string, { low: number; high: number; best: number; incidents: number }>()
  for (const { from, to, killed } of items) {
    const day = from ?? to
    if (day === null) continue
    const start = startOf(day, step)
    const sum = sums.get(start) ?? { low: 0, high: 0, best: 0, incidents: 0 }
    const low = killed.low ?? 0
    const high = killed.high ?? low
    sums.set(start, {
      low: sum.low + low,
      high: sum.high + high,
      best: sum.best + (killed.best ?? low),
      incidents: sum.incidents + 1,
    })
  }
  const starts = [...sums.keys()].sort()
  const bins: Bin[] = []
  const last = starts.at(-1)
  for (let at = starts[0]; at !== undefined && last !== undefined && at <= last; at = nextAfter(at, step)) {
    const sum = sums.get(at) ?? { low: 0, high: 0, best: 0, incidents: 0 }
    bins.push({ from: at, to: dayOf(stamp(nextAfter(at, step)) - DAY_MS), ...sum })
  }
  return bins
}
