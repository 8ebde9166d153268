import { isDay } from '@sijil/core/model/time-range.js'
import { InvalidArgumentError } from 'commander'

/** Reads an option's value as a calendar day. */
export const dayOption = (value: string): string => {
  if (!isDay(value)) throw new InvalidArgumentError(`It must be a day as YYYY-MM-DD.`)
  return value
}

/** Reads an option's value as a whole number that is not negative. */
export const countOption = (value: string): number => {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('It must be a whole number, 0 or more.')
  return Number(value)
}

/** An object without the keys whose value is undefined: what was not asked for does not narrow. */
export const given = <T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } => {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
