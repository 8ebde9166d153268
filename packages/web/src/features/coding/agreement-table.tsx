import type { FieldAgreement } from '@sijil/core/contract/coding-record.js'
import { Ltr } from '../../components/ltr.tsx'
import { Rows } from '../../components/rows.tsx'
import { number, percent } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'

/** Agreement field by field: how many claims, the share that is the same, and alpha, which takes chance into account. */
export const AgreementTable = ({ rows }: { readonly rows: readonly FieldAgreement[] }) => {
  const t = useT()
  return (
    <Rows
      label={t('agreement.title')}
      head={[
        { name: t('agreement.field') },
        { name: t('agreement.units'), end: true },
        { name: t('agreement.percent'), end: true },
        { name: t('agreement.alpha'), end: true },
      ]}
      rows={rows.map(({ field, units, percent: share, alpha }) => ({
        id: field,
        faint: units === 0,
        cells: [
          t(`coded.${field}`),
          <Ltr key="n">{number(units)}</Ltr>,
          <Ltr key="p">{share === null ? '·' : percent(share)}</Ltr>,
          <Ltr key="a" className={alpha !== null && alpha < LOW ? 'text-alert' : ''}>
            {alpha === null ? '·' : alpha.toFixed(2)}
          </Ltr>,
        ],
      }))}
    />
  )
}

/** Below it Krippendorff would draw no conclusion. */
const LOW = 0.667
