import { tooManyRequests } from '../problems/access.ts'

/** How many requests at once, and how many a second on and on. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

/** Counts requests by whoever makes them. */
export interface RateLimit {
  /** Throws a Problem when there were too many. */
  take(key: string, signedIn: boolean): void
}

const REMEMBERED = 10_000

/** A bucket for each key that fills up steadily; `null` limits nothing. */
export const rateLimit = (rates: { readonly anybody: Rate; readonly signedIn: Rate } | null): RateLimit => {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    take: (key, signedIn) => {
      if (rates === null) return
      const { burst, perSecond } = signedIn ? rates.signedIn : rates.anybody
      const now = Date.now() / 1000
      const bucket = buckets.get(key) ?? { left: burst, at: now }
      bucket.left = Math.min(burst, bucket.left + (now - bucket.at) * perSecond)
      bucket.at = now
      if (!buckets.has(key) && buckets.size >= REMEMBERED) buckets.clear()
      buckets.set(key, bucket)
      if (bucket.left < 1) throw tooManyRequests(Math.ceil((1 - bucket.left) / perSecond))
      bucket.left -= 1
    },
  }
}

/** What people's pages and programs need, with room; what a flood is not. */
export const USUAL_RATES = {
  anybody: { burst: 100, perSecond: 10 },
  signedIn: { burst: 1000, perSecond: 200 },
} as const
