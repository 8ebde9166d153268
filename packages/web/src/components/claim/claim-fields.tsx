import {
  GROUPS,
  MEANS,
  METRICS,
  type Means,
  type Metric,
  SCOPES,
  type Scope,
  SOURCE_TYPES,
  type SourceType,
  STATUSES,
  type Status,
} from '@sijil/core/model/claim.js'
import { Plus } from 'lucide-react'
import { named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { Button } from '../button.tsx'
import { Choice } from '../choice.tsx'
import { Field, INPUT } from '../field.tsx'
import { type ClaimForm, list } from './claim-form.ts'
import { PlaceSearch } from './place-search.tsx'

interface ClaimFieldsProps {
  readonly form: ClaimForm
  readonly change: (form: ClaimForm) => void
  /** Whether the claim is about a number of people. */
  readonly counts: boolean
}

/** The slots of a claim, each with the control that fits it. */
export const ClaimFields = ({ form, change, counts }: ClaimFieldsProps) => {
  const t = useT()
  const set = (part: Partial<ClaimForm>): void => change({ ...form, ...part })
  const options = (family: string, values: readonly string[]) =>
    values.map((id) => ({ id, label: named(t, family, id) }))
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {counts && (
        <>
          <Choice
            label={t('slot.metric')}
            value={form.metric}
            options={options('metric', METRICS)}
            onChange={(metric) => set({ metric: metric as Metric })}
          />
          <fieldset className="m-0 border-0 p-0">
            <legend className="p-0 text-[0.87rem] font-medium">{t('slot.count')}</legend>
            <div className="mt-1 grid grid-cols-3 gap-2">
              <Field
                hideLabel
                label={t('slot.low')}
                placeholder={t('slot.low')}
                inputMode="numeric"
                value={form.low}
                onChange={(low) => set({ low })}
              />
              <Field
                hideLabel
                label={t('slot.high')}
                placeholder={t('slot.high')}
                inputMode="numeric"
                value={form.high}
                onChange={(high) => set({ high })}
              />
              <Field
                hideLabel
                label={t('slot.vague')}
                placeholder={t('slot.vague')}
                value={form.vague}
                onChange={(vague) => set({ vague })}
              />
            </div>
            <p className="m-0 mt-1 text-[0.8rem] text-faint">{t('slot.countHint')}</p>
          </fieldset>
          <Choice
            label={t('slot.status')}
            value={form.status}
            options={options('status', STATUSES)}
            onChange={(status) => set({ status: status as Status })}
          />
          <Choice
            label={t('slot.scope')}
            value={form.scope}
            options={options('scope', SCOPES)}
            onChange={(scope) => set({ scope: scope as Scope })}
          />
          <Groups form={form} set={set} />
        </>
      )}
      <div>
        <Field
          label={t('slot.places')}
          value={form.places}
          onChange={(places) => set({ places })}
          hint={t('slot.listHint')}
        />
        <PlaceSearch
          texts={list(form.places)}
          found={form.found}
          change={(text, place) => {
            const { [text]: _, ...rest } = form.found
            set({ found: place === null ? rest : { ...rest, [text]: place } })
          }}
        />
      </div>
      <fieldset className="m-0 border-0 p-0">
        <legend className="p-0 text-[0.87rem] font-medium">{t('slot.time')}</legend>
        <div className="mt-1 grid grid-cols-2 gap-2">
          <input
            type="date"
            aria-label={t('filter.from')}
            value={form.from}
            onChange={(event) => set({ from: event.target.value })}
            className={INPUT}
          />
          <input
            type="date"
            aria-label={t('filter.to')}
            value={form.to}
            onChange={(event) => set({ to: event.target.value })}
            className={INPUT}
          />
        </div>
      </fieldset>
      <Choice
        label={t('slot.means')}
        value={form.means === '' ? 'none' : form.means}
        options={[{ id: 'none', label: t('slot.notStated') }, ...options('means', MEANS)]}
        onChange={(means) => set({ means: means === 'none' ? '' : (means as Means) })}
      />
      <Field
        label={t('slot.actors')}
        value={form.actors}
        onChange={(actors) => set({ actors })}
        hint={t('slot.listHint')}
      />
      <Sources form={form} set={set} />
    </div>
  )
}

interface PartProps {
  readonly form: ClaimForm
  readonly set: (part: Partial<ClaimForm>) => void
}

const Groups = ({ form, set }: PartProps) => {
  const t = useT()
  return (
    <fieldset className="m-0 border-0 p-0 sm:col-span-2">
      <legend className="p-0 text-[0.87rem] font-medium">{t('slot.groups')}</legend>
      <div className="mt-1 grid grid-cols-2 gap-2 sm:grid-cols-4">
        {GROUPS.map((group) => (
          <label key={group} className="flex items-center justify-between gap-2 text-[0.87rem]">
            {named(t, 'group', group)}
            <input
              dir="ltr"
              inputMode="numeric"
              value={form.groups[group] ?? ''}
              onChange={(event) => {
                const { [group]: _, ...rest } = form.groups
                set({ groups: event.target.value === '' ? rest : { ...rest, [group]: event.target.value } })
              }}
              className="min-h-8 w-14 rounded-md border border-strong-line bg-raised px-2"
            />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const Sources = ({ form, set }: PartProps) => {
  const t = useT()
  const put = (at: number, part: Partial<ClaimForm['sources'][number]>): void =>
    set({ sources: form.sources.map((source, index) => (index === at ? { ...source, ...part } : source)) })
  return (
    <fieldset className="m-0 border-0 p-0 sm:col-span-2">
      <legend className="p-0 text-[0.87rem] font-medium">{t('slot.sources')}</legend>
      {form.sources.map((source, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a source is known by its place in the chain
        <div key={at} className="mt-1 grid grid-cols-[1fr_12rem] gap-2">
          <Field hideLabel label={t('slot.source')} value={source.text} onChange={(text) => put(at, { text })} />
          <Choice
            hideLabel
            label={t('slot.sourceType')}
            value={source.type}
            options={SOURCE_TYPES.map((id) => ({ id, label: named(t, 'source', id) }))}
            onChange={(type) => put(at, { type: type as SourceType })}
          />
        </div>
      ))}
      <Button
        small
        look="quiet"
        className="mt-1"
        onPress={() => set({ sources: [...form.sources, { text: '', type: 'other' }] })}
      >
        <Plus aria-hidden="true" className="size-4" />
        {t('slot.addSource')}
      </Button>
    </fieldset>
  )
}
