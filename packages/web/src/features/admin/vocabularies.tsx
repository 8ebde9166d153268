import { GROUPS, MEANS, METRICS, SCOPES, SOURCE_TYPES, STATUSES } from '@sijil/core/model/claim.js'
import { CONFIRMATIONS } from '@sijil/core/model/confirmation.js'
import { COPY_KINDS } from '@sijil/core/model/copy.js'
import { GRADES } from '@sijil/core/model/incident.js'
import { Ltr } from '../../components/ltr.tsx'
import { named } from '../../lib/format.ts'
import { type MessageKey, useT } from '../../lib/i18n.ts'

interface Vocabulary {
  readonly family: string
  readonly values: readonly string[]
  /** The family that says what each value means. */
  readonly meanings?: string
}

const VOCABULARIES: readonly Vocabulary[] = [
  { family: 'metric', values: METRICS, meanings: 'metricMeaning' },
  { family: 'scope', values: SCOPES, meanings: 'scopeMeaning' },
  { family: 'status', values: STATUSES },
  { family: 'group', values: GROUPS },
  { family: 'means', values: MEANS },
  { family: 'source', values: SOURCE_TYPES },
  { family: 'copy', values: COPY_KINDS },
  { family: 'grade', values: GRADES, meanings: 'gradeMeaning' },
  { family: 'confirmation', values: CONFIRMATIONS, meanings: 'confirmationMeaning' },
]

/** The words of the record: what is chosen from, what each is called here, in files and in exports. */
export const Vocabularies = () => {
  const t = useT()
  return (
    <>
      <p className="mt-0 mb-4 max-w-[70ch] text-soft">{t('vocabularies.lead')}</p>
      <div className="grid gap-5 lg:grid-cols-2">
        {VOCABULARIES.map(({ family, values, meanings }) => (
          <section key={family} className="overflow-hidden rounded-lg border border-line bg-raised">
            <h2 className="m-0 bg-sunken px-4 py-2 text-[0.95rem] font-semibold">
              {t(`vocabulary.${family}` as MessageKey)}
            </h2>
            <dl className="m-0">
              {values.map((value) => (
                <div
                  key={value}
                  className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-line border-t px-4 py-1.5 first:border-t-0"
                >
                  <dt className="font-medium first-letter:uppercase">{named(t, family, value)}</dt>
                  <dd className="m-0">
                    <Ltr className="font-mono text-[0.82rem] text-faint">{value}</Ltr>
                  </dd>
                  {meanings && <dd className="col-span-2 m-0 text-[0.87rem] text-soft">{named(t, meanings, value)}</dd>}
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  )
}
