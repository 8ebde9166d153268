import type { EvidenceRecord, IncidentDetail } from '@sijil/core/contract/incident-detail.js'
import { Link } from '@tanstack/react-router'
import { Copy } from 'lucide-react'
import { ClaimLine } from '../../components/claim-line.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Section } from '../../components/section.tsx'
import { day, named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { byOrigin } from './by-origin.ts'
import { type Novelty, noveltiesOf } from './novelty.ts'

/** The claims behind the figures, under the origin each counts for. */
export const EvidenceTable = ({ incident }: { readonly incident: IncidentDetail }) => {
  const t = useT()
  const groups = byOrigin(incident)
  const novelties = noveltiesOf(incident.evidence)
  return (
    <Section title={t('evidence.title')} note={t('evidence.note')}>
      <div className="flex flex-col gap-5">
        {groups.map(({ origin, evidence }) => (
          <div key={origin?.key ?? 'none'} className="overflow-hidden rounded-lg border border-line bg-raised">
            <h3 className="m-0 flex flex-wrap items-baseline gap-x-2.5 bg-sunken px-4 py-2 text-[0.95rem] font-semibold">
              {origin === null ? (
                <span className="font-medium text-soft">{t('evidence.noVote')}</span>
              ) : (
                <>
                  <i aria-hidden="true" className="size-[9px] self-center rounded-full bg-accent" />
                  <Words>{origin.name}</Words>
                  <span className="text-[0.82rem] font-normal text-soft">{named(t, 'source', origin.type)}</span>
                  <span className="ms-auto text-[0.82rem] font-normal text-soft">
                    {t('evidence.documents', { n: origin.documents.length })}
                  </span>
                </>
              )}
            </h3>
            <ul className="m-0 list-none p-0">
              {evidence.map((one) => (
                <Evidence
                  key={one.claim.id}
                  evidence={one}
                  incident={incident}
                  novelty={novelties.get(one.claim.id) ?? 'nothing'}
                />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  )
}

interface EvidenceProps {
  readonly evidence: EvidenceRecord
  readonly incident: IncidentDetail
  readonly novelty: Novelty
}

const Evidence = ({ evidence, incident, novelty }: EvidenceProps) => {
  const t = useT()
  const { sentence, document, claim } = evidence
  const [from, to] = sentence.mark
  const sets = boundsSetBy(claim.id, incident)
  return (
    <li className="border-line border-t px-4 py-3 first:border-t-0">
      <blockquote dir="auto" className="m-0 max-w-[70ch] font-serif text-[1.05rem] leading-relaxed">
        {sentence.text.slice(0, from)}
        <mark className="rounded-sm bg-mark px-0.5 text-ink">{sentence.text.slice(from, to)}</mark>
        {sentence.text.slice(to)}
      </blockquote>
      <ClaimLine claim={claim} />
      <p className="mt-1.5 mb-0 flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5 text-[0.85rem] text-soft">
        <Link to="/review/$doc" params={{ doc: document.id }} search={{ claim: claim.id }} className="text-accent">
          <Words>{document.outlet ?? document.doc}</Words>
        </Link>
        <Words>{day(document.published)}</Words>
        {document.copy && (
          <span className="inline-flex items-center gap-1 text-faint">
            <Copy aria-hidden="true" className="size-3.5" />
            {t('copy.of', { relation: named(t, 'copy', document.copy.relation), of: document.copy.of })}
          </span>
        )}
        <span className="text-faint">
          {t('evidence.characters')} <Ltr>{`${claim.start}–${claim.end}`}</Ltr>
        </span>
        <span className={novelty === 'nothing' || evidence.repeats ? 'text-faint' : ''}>
          {evidence.repeats ? t('novelty.repeats', { of: evidence.repeats }) : t(`novelty.${novelty}`)}
        </span>
        {sets.map((bound) => (
          <span key={bound} className="rounded-full bg-accent-wash px-2 text-accent">
            {named(t, 'bound', bound)}
          </span>
        ))}
      </p>
    </li>
  )
}

/** Which bounds of the incident's figures a claim sets. */
const boundsSetBy = (claim: string, incident: IncidentDetail): readonly ('low' | 'high' | 'best')[] => {
  const figures = Object.values(incident.figures).map((reasons) => reasons.all)
  const bounds = [
    ['low', 'lowBy'],
    ['best', 'bestBy'],
    ['high', 'highBy'],
  ] as const
  return bounds.filter(([, by]) => figures.some((figure) => figure[by].includes(claim))).map(([bound]) => bound)
}
