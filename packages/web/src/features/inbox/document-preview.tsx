import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { DocumentTitle } from '../../components/document-title.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { Withheld } from '../../components/withheld.tsx'
import { day } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { documentQuery } from '../../lib/resources.ts'

const SHOWN = 1800

/** A document at the side, before it is opened. */
export const DocumentPreview = ({ id }: { readonly id: string }) => {
  const t = useT()
  const query = useQuery(documentQuery(id))
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <Loading />
  const { document, text, withheld } = query.data
  return (
    <div className="p-5">
      <h2 className="m-0 text-lg leading-snug font-semibold">
        <DocumentTitle document={document} />
      </h2>
      <p className="mt-1 mb-3 flex flex-wrap gap-x-3 text-[0.87rem] text-soft">
        <Words>{document.outlet ?? t('document.noOutlet')}</Words>
        {document.agency && <Words>{document.agency}</Words>}
        <Words>{day(document.published)}</Words>
        <Ltr className="text-faint">{document.doc}</Ltr>
      </p>
      {document.warnings.map((warning) => (
        <p key={warning.code} className="my-2 rounded-md bg-toll-wash px-3 py-1.5 text-[0.9rem] text-toll">
          {warning.text}
        </p>
      ))}
      <Link
        to="/review/$doc"
        params={{ doc: document.id }}
        className="inline-flex min-h-9 items-center rounded-md bg-accent px-3 font-medium text-accent-ink no-underline"
      >
        {t('inbox.review', { n: document.claims })}
      </Link>
      {withheld && <Withheld />}
      <p dir="auto" className="mt-4 mb-0 font-serif leading-relaxed whitespace-pre-wrap">
        {text.slice(0, SHOWN)}
        {text.length > SHOWN && ' …'}
      </p>
    </div>
  )
}
