import type { CopyRelation } from '../model/copy.ts'
import type { MadeReport } from './reuse-world.ts'

/** How well copies were told apart. */
export interface ReuseScore {
  /** Share of the relations that stand between reports with a story in common. */
  readonly precision: number
  /** Share of the copies that are tied to a report of their story. */
  readonly recall: number
  /** Of those, the share that has the right kind. */
  readonly kinds: number
}

/** Scores relations (quotations apart) by the names of documents. */
export const scoreReuse = (
  reports: readonly MadeReport[],
  relations: readonly (Pick<CopyRelation, 'relation'> & { readonly document: string; readonly of: string })[],
): ReuseScore => {
  const byDoc = new Map(reports.map((report) => [report.doc, report]))
  const whole = relations.filter(({ relation }) => relation !== 'quotes')
  const right = whole.filter(({ document, of }) => shareStory(byDoc.get(document), byDoc.get(of)))
  const found = new Map(right.map((relation) => [relation.document, relation.relation]))
  const copies = reports.filter(({ kind }) => kind === 'reprint' || kind === 'abridged' || kind === 'expanded')
  const tied = copies.filter(({ doc }) => found.has(doc))
  return {
    precision: whole.length === 0 ? 1 : right.length / whole.length,
    recall: copies.length === 0 ? 1 : tied.length / copies.length,
    kinds: tied.length === 0 ? 1 : tied.filter(({ doc, kind }) => found.get(doc) === kind).length / tied.length,
  }
}

const shareStory = (a: MadeReport | undefined, b: MadeReport | undefined): boolean =>
  a !== undefined && b !== undefined && a.stories.some((story) => b.stories.includes(story))
