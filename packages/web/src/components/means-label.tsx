import { named } from '../lib/format.ts'
import { useT } from '../lib/i18n.ts'

/** The means of an attack, in the field's terms. */
export const MeansLabel = ({ means }: { readonly means: readonly string[] }) => {
  const t = useT()
  return means.length === 0 ? (
    <span className="text-faint">·</span>
  ) : (
    means.map((one) => named(t, 'means', one)).join(', ')
  )
}
