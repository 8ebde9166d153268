import type { ComparisonRecord } from '@sijil/core/contract/comparison-record.js'
import { useQuery } from '@tanstack/react-query'
import { Figure } from '../../components/figure.tsx'
import { Section } from '../../components/section.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { named, number, range } from '../../lib/format.ts'
import { type Translate, useT } from '../../lib/i18n.ts'
import { serverWords } from '../../lib/learnt.ts'
import { compareQuery } from '../../lib/resources.ts'

/** What each codebook would record from the same evidence, and the rule that parts them. */
export const Codebooks = ({ code }: { readonly code: string }) => {
  const t = useT()
  const query = useQuery(compareQuery(code))
  return (
    <Section title={t('codebooks.title')} note={t('codebooks.note')}>
      {query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : query.isPending ? (
        <Loading lines={4} />
      ) : (
        <div className="flex flex-col gap-5">
          {query.data.items.map((comparison) => (
            <Comparison key={comparison.metric} comparison={comparison} />
          ))}
        </div>
      )}
    </Section>
  )
}

const Comparison = ({ comparison }: { readonly comparison: ComparisonRecord }) => {
  const t = useT()
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-raised">
      <table className="w-full border-collapse text-start">
        <caption className="bg-sunken px-4 py-2 text-start font-semibold">
          {named(t, 'metric', comparison.metric)}
        </caption>
        <tbody>
          {comparison.answers.map((answer) => (
            <tr key={answer.policy} className="border-line border-t">
              <th scope="row" className="w-28 px-4 py-2 text-start align-top font-medium">
                {named(t, 'policy', answer.policy)}
              </th>
              <td className="w-32 px-2 py-2 align-top">
                <Figure value={answer.figure} tone={comparison.metric === 'killed' ? 'killed' : 'plain'} />
              </td>
              <td className="px-4 py-2 align-top text-[0.87rem] text-soft">
                <bdi dir="auto" className="block">
                  {serverWords(answer.rule)}
                </bdi>
                {answer.figure.why && (
                  <bdi dir="auto" className="block text-faint">
                    {serverWords(answer.figure.why)}
                  </bdi>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {comparison.partings.length > 0 && (
        <ul className="m-0 list-none border-line border-t bg-sunken/50 px-4 py-2 text-[0.87rem] text-soft">
          {comparison.partings.map((parting) => (
            <li key={parting.policies.join()}>
              <strong className="font-medium text-ink">
                {parting.policies.map((policy) => named(t, 'policy', policy)).join(' ≠ ')}
              </strong>{' '}
              {t('codebooks.parting', {
                first: answerOf(comparison, parting.policies[0], t),
                second: answerOf(comparison, parting.policies[1], t),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** "Range 8–9, best 9". */
const answerOf = ({ answers }: ComparisonRecord, policy: string | undefined, t: Translate): string => {
  const answer = answers.find((one) => one.policy === policy)
  if (answer === undefined) return '·'
  const { figure } = answer
  const best = figure.best === null || figure.low === figure.high ? '' : `, ${t('figure.best')} ${number(figure.best)}`
  return `${named(t, 'policy', answer.policy)} ${range(figure, t)}${best}`
}
