import { type IndexTables, shiftOf } from './index-layout.ts'

/** How many names of one key are looked at at most, those of prominent places first. */
const SCAN = 512

/** Visits the names under a hash, at most `SCAN` of them, until the visitor says that it has enough. */
export const eachName = (tables: IndexTables, hash: number, visit: (name: number) => boolean): void => {
  const { keys, keyNames, keyStarts } = tables
  const part = hash >>> shiftOf(keys.length)
  let low = keyStarts[part] ?? 0
  let high = keyStarts[part + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? 0) < hash) low = middle + 1
    else high = middle
  }
  for (let i = low; i < keys.length && keys[i] === hash && i < low + SCAN; i++)
    if (visit(keyNames[i] ?? 0) === true) return
}

/** A text by its number; empty for 0. */
export const textAt = (tables: IndexTables, number: number): string => {
  if (number === 0) return ''
  const start = startAt(tables, number)
  return String.fromCharCode(...tables.units.subarray(start, tables.text[number - 1] ?? start))
}

/** Where a text begins among the units. */
export const startAt = (tables: IndexTables, number: number): number =>
  number <= 1 ? 0 : (tables.text[number - 2] ?? 0)

/** Where the numbers of a string of sounds begin. */
export const soundStart = (tables: IndexTables, sounds: number): number =>
  sounds === 0 ? 0 : (tables.soundEnds[sounds - 1] ?? 0)
