/** A map that forgets what was not asked for lately: at most twice `size` entries are kept. */
export interface RecentMap<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): void
}

/** Makes an empty map. Entries stand in two halves; when the younger is full, the older is dropped. */
export const recentMap = <K, V>(size: number): RecentMap<K, V> => {
  let young = new Map<K, V>()
  let old = new Map<K, V>()
  const set = (key: K, value: V): void => {
    if (young.size >= size) {
      old = young
      young = new Map()
    }
    young.set(key, value)
  }
  return {
    get: (key) => {
      const known = young.get(key)
      if (known !== undefined) return known
      const older = old.get(key)
      if (older !== undefined) set(key, older)
      return older
    },
    set,
  }
}
