import type { CodedUnit, Settlement } from '@sijil/core/contract/coding-record.js'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { Words } from '../../components/ltr.tsx'
import { Page } from '../../components/page.tsx'
import { Section } from '../../components/section.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { api } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import { useMay, useNames } from '../../lib/session.ts'
import { wordsAround } from '../../lib/words-around.ts'
import { AgreementTable } from './agreement-table.tsx'
import { codedWords } from './coded-words.ts'
import { agreementQuery } from './coding-queries.ts'

const route = getRouteApi('/coding/$id/agreement')
type Decision = Settlement['decisions'][number]
type Taken = Readonly<Record<string, Decision['take']>>
type CodedFieldRow = CodedUnit['fields'][number]

const keyOf = (unit: CodedUnit, { field }: CodedFieldRow): string => `${unit.unit} ${field}`
/** What two coders see otherwise: whether there is a claim at all, or what it says. */
const openIn = (unit: CodedUnit): readonly CodedFieldRow[] => unit.fields.filter(({ agree }) => !agree)

/** Two codings of one document side by side: how far they agree, and where a third person has to say. */
export const AgreementPage = () => {
  const t = useT()
  const { id } = route.useParams()
  const client = useQueryClient()
  const mayJudge = useMay('judge')
  const query = useQuery(agreementQuery(id, useNames()))
  const [taken, setTaken] = useState<Taken>({})
  const [reason, setReason] = useState('')
  const settle = useMutation({
    mutationFn: (decisions: Decision[]) =>
      api.call('settleCoding', {
        params: { id },
        body: { decisions, reason: reason.trim() },
        version: query.data?.coding.version ?? '',
      }),
    onSuccess: () => client.invalidateQueries(),
  })
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <Loading lines={12} />
  const { coding, units, agreement, text } = query.data
  const [first, second] = coding.coders
  const disputed = units.filter((unit) => openIn(unit).length > 0)
  const decisions = disputed.flatMap((unit) =>
    openIn(unit).flatMap((field) => {
      const take = taken[keyOf(unit, field)]
      return take === undefined ? [] : [{ unit: unit.unit, field: field.field, take }]
    }),
  )
  const left = disputed.reduce((sum, unit) => sum + openIn(unit).length, 0) - decisions.length
  const maySettle = mayJudge && coding.state === 'ready'
  return (
    <Page
      title={t('agreement.title')}
      lead={
        <>
          <Words className="font-medium text-ink">{coding.document.title ?? coding.document.doc}</Words>
          <span className="block">
            {t('agreement.between', { first: first?.name ?? '', second: second?.name ?? '' })} ·{' '}
            {t(`coding.state.${coding.state}`)}
          </span>
        </>
      }
      actions={
        <Link to="/coding" className="inline-flex min-h-9 items-center px-2 text-accent">
          {t('nav.coding')}
        </Link>
      }
    >
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Section
          title={t('agreement.disputed', { n: disputed.length })}
          note={t('agreement.agreed', { n: units.length - disputed.length })}
        >
          <ul className="m-0 flex list-none flex-col gap-4 p-0">
            {disputed.map((unit) => (
              <Unit
                key={unit.unit}
                unit={unit}
                text={text}
                names={[first?.name ?? '', second?.name ?? '']}
                taken={taken}
                take={maySettle ? (key, side) => setTaken({ ...taken, [key]: side }) : undefined}
              />
            ))}
          </ul>
          {maySettle && (
            <form
              className="mt-5 rounded-lg border border-line bg-raised p-4"
              onSubmit={(event) => {
                event.preventDefault()
                settle.mutate(decisions)
              }}
            >
              <p className="mt-0 text-soft">{t('agreement.settleLead')}</p>
              <Field label={t('correct.reason')} value={reason} onChange={setReason} isRequired />
              <FormProblem error={settle.error} className="mt-3" />
              <div className="mt-4 flex flex-wrap items-center justify-end gap-3">
                <span role="status" className="text-[0.87rem] text-soft">
                  {t('agreement.left', { n: left })}
                </span>
                <Button look="primary" type="submit" isDisabled={left > 0 || reason.trim() === '' || settle.isPending}>
                  {t('agreement.settle')}
                </Button>
              </div>
            </form>
          )}
        </Section>
        <Section title={t('agreement.byField')} note={t('agreement.note')}>
          <AgreementTable rows={agreement} />
        </Section>
      </div>
    </Page>
  )
}

interface UnitProps {
  readonly unit: CodedUnit
  readonly text: string
  readonly names: readonly [string, string]
  readonly taken: Taken
  /** Absent where nobody is to settle it. */
  readonly take: ((key: string, side: Decision['take']) => void) | undefined
}

const Unit = ({ unit, text, names, taken, take }: UnitProps) => {
  const { before, after } = wordsAround(text, unit)
  return (
    <li className="overflow-hidden rounded-lg border border-line bg-raised">
      <blockquote dir="auto" className="m-0 bg-sunken px-4 py-2.5 font-serif leading-relaxed">
        {before}
        <mark className="rounded-sm bg-mark px-0.5 text-ink">{text.slice(unit.start, unit.end)}</mark>
        {after}
      </blockquote>
      {openIn(unit).map((field) => (
        <FieldRow key={field.field} unit={unit} field={field} names={names} taken={taken} take={take} />
      ))}
    </li>
  )
}

const FieldRow = ({ unit, field, names, taken, take }: Omit<UnitProps, 'text'> & { readonly field: CodedFieldRow }) => {
  const t = useT()
  const key = keyOf(unit, field)
  const shown = (side: 'machine' | 'first' | 'second') => codedWords(field.field, field[side], t)
  const sides = ['first', 'second'] as const
  return (
    <div className="border-line border-t px-4 py-2.5">
      <p className="m-0 mb-1.5 flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{t(`coded.${field.field}`)}</span>
        {!unit.added && field.field !== 'claim' && (
          <span className="text-[0.85rem] text-faint">
            {t('agreement.machine')} <Words>{shown('machine')}</Words>
          </span>
        )}
      </p>
      {take ? (
        <RadioGroup
          aria-label={t(`coded.${field.field}`)}
          value={taken[key] ?? null}
          onChange={(side) => take(key, side as Decision['take'])}
          className="grid gap-2 sm:grid-cols-2"
        >
          {sides.map((side, at) => (
            <Radio
              key={side}
              value={side}
              className="block cursor-pointer rounded-md border border-strong-line px-3 py-1.5 data-selected:border-accent data-selected:bg-accent-wash"
            >
              <Words className="block font-semibold break-words">{shown(side)}</Words>
              <Words className="text-[0.83rem] text-soft">{names[at]}</Words>
            </Radio>
          ))}
        </RadioGroup>
      ) : (
        <div className="grid gap-2 sm:grid-cols-2">
          {sides.map((side, at) => (
            <span key={side} className="rounded-md border border-line px-3 py-1.5">
              <Words className="block font-semibold break-words">{shown(side)}</Words>
              <Words className="text-[0.83rem] text-soft">{names[at]}</Words>
            </span>
          ))}
        </div>
      )}
    </div>
  )
}
