import { type Bbox, parseBbox } from '@sijil/core/contract/bbox.js'
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

/** Reads an option's value as a box of the map. */
export const bboxOption = (value: string): Bbox => {
  const bbox = parseBbox(value)
  if (bbox === null) throw new InvalidArgumentError('It must be west,south,east,north in degrees: 36.5,35,38,36.5')
  return bbox
}

/** Reads an option's value as the two letters of a country. */
export const countryOption = (value: string): string => {
  if (!/^[a-z]{2}$/i.test(value)) throw new InvalidArgumentError('It must be the two letters of a country, as SY.')
  return value.toUpperCase()
}
