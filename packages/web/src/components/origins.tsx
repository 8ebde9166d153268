import { useT } from '../lib/i18n.ts'
import { Ltr } from './ltr.tsx'

interface OriginsProps {
  readonly documents: number
  readonly origins: number
}

const SHOWN = 8

/** Whose word a figure rests on, at one look: a filled disc for each independent origin, a ring for each document that only repeats one. */
export const Origins = ({ documents, origins }: OriginsProps) => {
  const t = useT()
  const discs = Math.min(origins, SHOWN)
  const rings = Math.max(0, Math.min(documents - origins, SHOWN - discs))
  return (
    <span
      className="inline-flex items-center gap-2 whitespace-nowrap"
      title={t('origins.title', { documents, origins })}
    >
      <span aria-hidden="true" className="inline-flex items-center gap-[3px]">
        {Array.from({ length: discs }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the marks have no identity
          <i key={`o${at}`} className="size-[9px] rounded-full bg-accent" />
        ))}
        {Array.from({ length: rings }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the marks have no identity
          <i key={`d${at}`} className="size-[9px] rounded-full border border-strong-line" />
        ))}
      </span>
      <span className="text-[0.85rem] text-soft">
        <Ltr>
          {documents} / {origins}
        </Ltr>
        <span className="sr-only"> {t('origins.title', { documents, origins })}</span>
      </span>
    </span>
  )
}
