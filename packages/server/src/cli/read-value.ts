import { FIGURE_FIELDS } from '@sijil/core/model/review.js'

/**
 * A field's value as people type it: numbers as the tables print them (`8`, `8-9`, `12+`, `<=9`, `8-9 (8)`), days
 * (`2024-03-12`, `2024-03-12..2024-03-14`, `..2024-03-14`), lists with semicolons between, places with `@ lat,lon` behind
 * where the point is known, sources with their type in brackets, `none` for nothing. What begins with `{` or `[` is JSON.
 * What it cannot read is given on as it is: the shape of the field will refuse it.
 */
export const readValue = (field: string, typed: string): unknown => {
  const text = typed.trim()
  if (/^[[{]/.test(text)) return JSON.parse(text)
  const none = text === 'none' || text === ''
  if (field === 'count' || FIGURES.has(field)) return numberOf(text) ?? text
  if (field === 'time') return none ? { from: null, to: null } : daysOf(text)
  if (field === 'place') return placeOf(text)
  if (field === 'places') return none ? [] : listOf(text).map(placeOf)
  if (field === 'groups') return none ? {} : groupsOf(text)
  if (field === 'actors') return none ? [] : listOf(text)
  if (field === 'sources') return none ? [] : listOf(text).map(sourceOf)
  if (field === 'part') return partOf(text, none)
  if (field === 'means' || field === 'restates') return none ? null : text
  return text
}

const FIGURES: ReadonlySet<string> = new Set(FIGURE_FIELDS)

/** The value of an incident's field: its means are a list. */
export const readIncidentValue = (field: string, typed: string): unknown =>
  field === 'means' && !/^\s*\[/.test(typed) ? (typed.trim() === 'none' ? [] : listOf(typed)) : readValue(field, typed)

const listOf = (text: string): readonly string[] =>
  text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')

const NUMBER =
  /^(?:(?<only>\d+)|(?<from>\d+)\s*[-–]\s*(?<to>\d+)|(?<open>\d+)\+|(?:<=|≤)\s*(?<most>\d+))(?:\s*\((?<best>\d+)\))?$/

const numberOf = (text: string): object | null => {
  const found = NUMBER.exec(text)?.groups
  if (found === undefined) return null
  const { only, from, to, open, most, best } = found
  const low = only ?? from ?? open
  const high = only ?? to ?? most
  return {
    low: low === undefined ? null : Number(low),
    high: high === undefined ? null : Number(high),
    ...(best === undefined ? {} : { best: Number(best) }),
  }
}

const daysOf = (text: string): object => {
  const [from = '', to] = text.split('..').map((day) => day.trim())
  return to === undefined ? { from, to: from } : { from: from === '' ? null : from, to: to === '' ? null : to }
}

const placeOf = (text: string): object => {
  const [name = '', point] = text.split('@').map((part) => part.trim())
  const [lat, lon] = (point ?? '').split(',').map(Number)
  return point === undefined ? { text: name } : { text: name, lat, lon }
}

const sourceOf = (text: string): object => {
  const found = /^(.*?)\s*\[([a-z_ ]+)\]$/.exec(text)
  return { text: found?.[1] ?? text, type: found?.[2]?.replaceAll(' ', '_') ?? 'other' }
}

/** "children 2, women 1-2, medics" */
const groupsOf = (text: string): object =>
  Object.fromEntries(
    text.split(',').map((one) => {
      const [, group = one.trim(), number] = /^\s*([a-z_]+)\s*(\S.*)?$/.exec(one) ?? []
      const bounds = number === undefined ? null : (numberOf(number.trim()) as { low: number; high: number } | null)
      return [group, [bounds?.low ?? null, bounds?.high ?? null]]
    }),
  )

/** "CLAIM", "subset CLAIM" */
const partOf = (text: string, none: boolean): object => {
  if (none) return { of: null, relation: null }
  const [first = '', second] = text.split(/\s+/)
  return second === undefined ? { of: first, relation: 'part' } : { of: second, relation: first }
}
