import { expect, test } from 'vitest'
import { testContext } from '../../testing/context.ts'
import { madeDocument } from '../../testing/made-documents.ts'
import { makeReports } from '../../testing/reuse-world.ts'
import { scoreReuse } from '../../testing/score-reuse.ts'
import { dedupe } from './dedupe.ts'

test.each([1, 2, 3])(
  'copies in a made-up world are found, and stories are not chained by round-ups (seed %i)',
  (seed) => {
    const reports = makeReports(600, seed)
    const documents = reports.map(madeDocument)
    const nameOf = new Map(documents.map(({ document }) => [document.id, document.doc]))
    const { copies, passages } = dedupe.run({ documents }, testContext())
    const relations = copies.map(({ document, of, relation }) => ({
      document: nameOf.get(document) ?? '',
      of: nameOf.get(of) ?? '',
      relation,
    }))
    const score = scoreReuse(reports, relations)
    expect(score.precision).toBeGreaterThan(0.98)
    expect(score.recall).toBeGreaterThan(0.97)
    expect(score.kinds).toBeGreaterThan(0.7)
    expect(passages.length).toBeGreaterThan(0)
  },
)
