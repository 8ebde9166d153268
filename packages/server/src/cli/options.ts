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

/** Reads an argument as the number of something in a ledger. */
export const numberArgument = (value: string): number => {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new InvalidArgumentError('It must be a number, 1 or more.')
  return Number(value)
}
