import { ApiProblem, makeClient } from '@sijil/core/contract/api/client.js'

/** The server, asked by the routes that it and this page share. */
export const api = makeClient()

/** The server's own words of what is wrong, and what to do; null where the error is no refusal of its. */
export const problemOf = (error: unknown) => (error instanceof ApiProblem ? error.problem : null)

/** Whether somebody else wrote meanwhile. */
export const isConflict = (error: unknown): boolean => problemOf(error)?.status === 409
