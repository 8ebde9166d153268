import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Check, ShieldCheck, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Ltr, Words } from '../../components/ltr.tsx'
import { Failed, Loading } from '../../components/states.tsx'
import { api } from '../../lib/api.ts'
import { moment, named } from '../../lib/format.ts'
import { type Translate, useT } from '../../lib/i18n.ts'
import { logQuery } from '../../lib/resources.ts'

/** Who did what: a chain in which each entry seals those before it; and the proof that it holds. */
export const Log = () => {
  const t = useT()
  const query = useInfiniteQuery(logQuery)
  const verify = useMutation({ mutationFn: async () => (await api.call('verifyRecord', {})).body.items })
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <Loading lines={6} />
  const entries = query.data.pages.flatMap((page) => page.items)
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <p className="m-0 max-w-[70ch] text-soft">{t('log.lead')}</p>
        <Button onPress={() => verify.mutate()} isDisabled={verify.isPending}>
          <ShieldCheck aria-hidden="true" className="size-4" />
          {t(verify.isPending ? 'log.verifying' : 'log.verify')}
        </Button>
      </div>
      <div role="status">
        {verify.isError && <Failed error={verify.error} />}
        {verify.data && (
          <ul className="mt-0 mb-4 flex list-none flex-col gap-1.5 p-0">
            {verify.data.map(({ check, holds, text }) => (
              <li
                key={`${check} ${text}`}
                className={`flex items-start gap-2 rounded-md px-3 py-1.5 ${holds ? 'bg-good-wash' : 'bg-alert-wash'}`}
              >
                {holds ? (
                  <Check aria-label={t('checks.holds')} className="mt-1 size-4 shrink-0 text-good" />
                ) : (
                  <X aria-label={t('checks.broken')} className="mt-1 size-4 shrink-0 text-alert" />
                )}
                <span>
                  <Words className="font-medium">{check}</Words> <Words className="text-soft">{text}</Words>
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <ol className="m-0 list-none overflow-hidden rounded-lg border border-line bg-raised p-0">
        {entries.map((entry) => (
          <Entry key={entry.seq} {...entry} />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button className="mt-3" onPress={() => query.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </>
  )
}

/** What an entry is about, in the interface's words where it has any for it. */
const kindOf = (t: Translate, kind: string): string => {
  const told = named(t, 'log', kind)
  return told === `log.${kind}` ? kind : told
}

interface EntryProps {
  readonly seq: number
  readonly at: string
  readonly kind: string
  readonly body: string | null
  readonly hash: string
}

const Entry = ({ seq, at, kind, body, hash }: EntryProps) => {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <li className="border-line border-t first:border-t-0">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="grid w-full grid-cols-[2.5rem_auto_minmax(0,1fr)] items-baseline gap-3 px-4 py-2 text-start hover:bg-sunken md:grid-cols-[3.5rem_13rem_minmax(0,1fr)_7rem]"
      >
        <Ltr className="text-faint">{seq}</Ltr>
        <Words className="whitespace-nowrap">{moment(at)}</Words>
        <span className="font-medium">{kindOf(t, kind)}</span>
        <Ltr className="hidden font-mono text-[0.8rem] text-faint md:inline">{hash.slice(0, 10)}</Ltr>
      </button>
      {open && (
        <div className="px-4 pb-3">
          {body === null ? (
            <p className="m-0 text-soft">{t('log.hidden')}</p>
          ) : (
            <pre
              dir="ltr"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
              tabIndex={0}
              className="m-0 max-h-72 overflow-auto rounded-md bg-sunken p-3 text-[0.82rem] break-words whitespace-pre-wrap"
            >
              {JSON.stringify(JSON.parse(body), null, 1)}
            </pre>
          )}
          <Ltr className="mt-1 block font-mono text-[0.75rem] break-all text-faint">{hash}</Ltr>
        </div>
      )}
    </li>
  )
}
