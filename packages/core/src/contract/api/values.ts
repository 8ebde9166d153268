import { z } from 'zod'

/** The id of a value, made from what is in it. */
export const contentIdSchema = z.string().regex(/^[0-9a-f]{8,64}$/)

/** An incident's permanent code. */
export const codeSchema = z.string().min(1).max(80)

/** A word or a name that somebody types. */
export const lineSchema = z.string().trim().min(1).max(200)

/** Why somebody decided so. */
export const reasonSchema = z.string().trim().min(1).max(2000).describe('Why: kept with the decision.')

/** The number of something in a ledger. */
export const numberSchema = z.number().int().min(1).max(2_147_483_647)
