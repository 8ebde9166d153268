import { Problem } from '@sijil/core/contract/problem.js'

/*
 * The catalogue of problems: two coders blind to each other. One function each; codes are stable and
 * never reused.
 */

export const beingCoded = (): Problem =>
  new Problem({
    kind: 'conflict',
    code: 'being-coded',
    what: 'two people are coding this document',
    mend: 'wait until their coding is settled: what they agree on goes into the record then',
  })

export const codingUnderWay = (): Problem =>
  new Problem({
    kind: 'conflict',
    code: 'coding-under-way',
    what: 'nobody sees these codings before both coders are done',
    mend: 'wait until both have said that they are done',
  })

export const codingUnfinished = (open: number): Problem =>
  new Problem({
    kind: 'conflict',
    code: 'coding-unfinished',
    what: `${open === 1 ? 'one claim has' : `${open} claims have`} no answer yet`,
    mend: 'accept, correct or reject each, then say that you are done',
  })

export const codingOver = (): Problem =>
  new Problem({
    kind: 'conflict',
    code: 'coding-over',
    what: 'this coding is over',
    mend: 'what came of it is in the record: review it there',
  })

export const notSettled = (field: string): Problem =>
  new Problem({
    kind: 'conflict',
    code: 'not-settled',
    what: `the coders differ in "${field}", and nothing was decided about it`,
    mend: 'take the answer of the first or of the second for each field in which they differ',
  })
