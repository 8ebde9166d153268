/**
 * Reads what never changes while a process runs when it is first asked for, and never twice: many who ask at once would
 * each hold a copy. What failed is tried again by the next who asks.
 */
export const onceRead = <T>(read: () => Promise<T>): (() => Promise<T>) => {
  let known: Promise<T> | null = null
  return () => {
    known ??= read().catch((error: unknown) => {
      known = null
      throw error
    })
    return known
  }
}
