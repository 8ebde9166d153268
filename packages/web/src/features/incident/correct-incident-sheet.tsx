import type { IncidentDetail } from '@sijil/core/contract/incident-detail.js'
import { MEANS, type Means } from '@sijil/core/model/claim.js'
import { GRADES, type Grade } from '@sijil/core/model/incident.js'
import { useState } from 'react'
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import { Choice } from '../../components/choice.tsx'
import { CorrectForm } from '../../components/correct-form.tsx'
import { Field, INPUT } from '../../components/field.tsx'
import { named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { changesOf, type FigureForm, type IncidentForm, incidentForm, isFigure } from './decide.ts'
import { useDeciding } from './use-deciding.ts'

interface CorrectIncidentProps {
  readonly incident: IncidentDetail
  readonly version: string | null
  readonly close: () => void
}

/** Correcting an incident field by field; what is written wins over whatever the reports give, until it is taken back. */
export const CorrectIncidentSheet = ({ incident, version, close }: CorrectIncidentProps) => {
  const t = useT()
  const [before] = useState(() => incidentForm(incident))
  const [form, setForm] = useState<IncidentForm>(before)
  const { decide } = useDeciding(incident, version)
  const set = (part: Partial<IncidentForm>): void => setForm({ ...form, ...part })
  const changes = changesOf(before, form)
  const isRight = isFigure(form.killed) && isFigure(form.injured) && (form.to === '' || form.from <= form.to)
  return (
    <CorrectForm
      title={t('decide.correct')}
      changes={changes.length}
      isRight={isRight}
      isPending={decide.isPending}
      close={close}
      save={(reason) =>
        decide.mutate(
          changes.map((change) => ({ ...change, decision: 'correct' as const, reason })),
          { onSuccess: close },
        )
      }
    >
      <p className="mt-0 text-soft">{t('decide.lead')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <FigureFields name="killed" value={form.killed} change={(killed) => set({ killed })} />
        <FigureFields name="injured" value={form.injured} change={(injured) => set({ injured })} />
        <Field label={t('column.place')} value={form.place} onChange={(place) => set({ place })} />
        <fieldset className="m-0 border-0 p-0">
          <legend className="p-0 text-[0.87rem] font-medium">{t('slot.time')}</legend>
          <div className="mt-1 grid grid-cols-2 gap-2">
            {(['from', 'to'] as const).map((end) => (
              <input
                key={end}
                type="date"
                aria-label={t(`filter.${end}`)}
                value={form[end]}
                onChange={(event) => set({ [end]: event.target.value })}
                className={INPUT}
              />
            ))}
          </div>
        </fieldset>
        <Field
          label={t('column.actors')}
          value={form.actors}
          onChange={(actors) => set({ actors })}
          hint={t('slot.listHint')}
        />
        <Choice
          label={t('column.grade')}
          value={form.grade}
          options={GRADES.map((id) => ({ id, label: named(t, 'grade', id) }))}
          onChange={(grade) => set({ grade: grade as Grade })}
        />
        <CheckboxGroup
          value={[...form.means]}
          onChange={(means) => set({ means: MEANS.filter((one) => means.includes(one)) as Means[] })}
          className="sm:col-span-2"
        >
          <Label className="text-[0.87rem] font-medium">{t('column.means')}</Label>
          <div className="mt-1 flex flex-wrap gap-1.5">
            {MEANS.map((means) => (
              <Checkbox
                key={means}
                value={means}
                className="cursor-pointer rounded-full border border-strong-line px-2.5 py-0.5 text-[0.87rem] data-selected:border-accent data-selected:bg-accent-wash data-selected:text-accent"
              >
                {named(t, 'means', means)}
              </Checkbox>
            ))}
          </div>
        </CheckboxGroup>
      </div>
    </CorrectForm>
  )
}

interface FigureFieldsProps {
  readonly name: 'killed' | 'injured'
  readonly value: FigureForm
  readonly change: (value: FigureForm) => void
}

const FigureFields = ({ name, value, change }: FigureFieldsProps) => {
  const t = useT()
  return (
    <fieldset className="m-0 border-0 p-0">
      <legend className="p-0 text-[0.87rem] font-medium">{t(`metric.${name}`)}</legend>
      <div className="mt-1 grid grid-cols-3 gap-2">
        {(['low', 'best', 'high'] as const).map((bound) => (
          <Field
            key={bound}
            label={`${t(`metric.${name}`)}: ${bound === 'best' ? t('figure.best') : t(`slot.${bound}`)}`}
            hideLabel
            placeholder={bound === 'best' ? t('figure.best') : t(`slot.${bound}`)}
            inputMode="numeric"
            value={value[bound]}
            onChange={(typed) => change({ ...value, [bound]: typed })}
          />
        ))}
      </div>
      {!isFigure(value) && <p className="m-0 mt-1 text-[0.83rem] text-alert">{t('decide.order')}</p>}
    </fieldset>
  )
}
