import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { FileText, Layers, type LucideIcon, MapPin, Newspaper, Search } from 'lucide-react'
import { type ReactNode, useDeferredValue, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { Words } from '../../components/ltr.tsx'
import { days } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { searchQuery } from './search-query.ts'

interface SearchPaletteProps {
  readonly isOpen: boolean
  readonly close: () => void
}

const ITEM = 'flex min-h-9 cursor-default items-center gap-3 rounded-md px-3 outline-none data-focused:bg-accent-wash'

/** Places, codes, outlets and words, from anywhere by Ctrl K. */
export const SearchPalette = ({ isOpen, close }: SearchPaletteProps) => {
  const t = useT()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && close()}
      isDismissable
      className="fixed inset-0 z-50 bg-black/45 p-4 pt-[12vh]"
    >
      <Modal className="mx-auto w-full max-w-xl overflow-hidden rounded-xl border border-line bg-raised shadow-2xl">
        <Dialog aria-label={t('nav.search')} className="outline-none">
          <Palette close={close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

const Palette = ({ close }: { readonly close: () => void }) => {
  const t = useT()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed.trim())
  const enabled = sought.length > 1
  const { data } = useQuery({ ...searchQuery(sought), enabled, placeholderData: keepPreviousData })
  const go = (follow: () => Promise<void>): void => {
    close()
    void follow()
  }
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={t('nav.search')} autoFocus className="flex items-center gap-3 border-line border-b px-4">
        <Search aria-hidden="true" className="size-5 text-faint" />
        <Input
          dir="auto"
          placeholder={t('search.placeholder')}
          className="min-h-13 flex-1 border-0 bg-transparent outline-none"
        />
      </SearchField>
      <ListBox
        aria-label={t('search.results')}
        className="max-h-[50vh] overflow-auto p-2 outline-none"
        renderEmptyState={() => (
          <p className="m-0 px-3 py-6 text-center text-faint">
            {sought.length < 2 ? t('search.hint') : t('search.nothing')}
          </p>
        )}
      >
        {sought.length > 1 && (
          <ListBoxItem
            id="words"
            textValue={sought}
            className={ITEM}
            onAction={() => go(() => navigate({ to: '/incidents', search: { search: sought } }))}
          >
            <Search aria-hidden="true" className="size-4 text-faint" />
            {t('search.words', { words: sought })}
          </ListBoxItem>
        )}
        {data && enabled && (
          <>
            <Found id="incidents" title={t('nav.incidents')}>
              {[
                ...data.codes
                  .filter((code) => data.incidents.every(({ id }) => id !== code))
                  .map((code) => ({ id: code, name: code, when: '' })),
                ...data.incidents.map(({ id, place, from, to }) => ({
                  id,
                  name: place.text ?? place.name ?? id,
                  when: days(from, to, t),
                })),
              ].map(({ id, name, when }) => (
                <Item
                  key={id}
                  id={`i-${id}`}
                  icon={Layers}
                  name={name}
                  sought={`${sought} ${id}`}
                  beside={when}
                  choose={() => go(() => navigate({ to: '/incidents/$code', params: { code: id } }))}
                />
              ))}
            </Found>
            <Found id="documents" title={t('nav.inbox')}>
              {data.documents.map(({ id, title, doc, outlet }) => (
                <Item
                  key={id}
                  id={`d-${id}`}
                  icon={FileText}
                  name={title ?? doc}
                  sought={sought}
                  beside={outlet ?? ''}
                  choose={() => go(() => navigate({ to: '/review/$doc', params: { doc: id } }))}
                />
              ))}
            </Found>
            <Found id="outlets" title={t('admin.outlets')}>
              {data.outlets.map(({ name, documents }) => (
                <Item
                  key={name}
                  id={`o-${name}`}
                  icon={Newspaper}
                  name={name}
                  sought={sought}
                  beside={t('search.documents', { n: documents })}
                  choose={() => go(() => navigate({ to: '/inbox', search: { outlet: name } }))}
                />
              ))}
            </Found>
            <Found id="places" title={t('search.places')}>
              {data.places.map(({ id, name, admin1, country }) => (
                <Item
                  key={id}
                  id={`p-${id}`}
                  icon={MapPin}
                  name={name}
                  sought={sought}
                  beside={[admin1, country].filter(Boolean).join(', ')}
                  choose={() => go(() => navigate({ to: '/incidents', search: { place: name } }))}
                />
              ))}
            </Found>
          </>
        )}
      </ListBox>
    </Autocomplete>
  )
}

/** A section of what was found; none where there is nothing. */
const Found = (props: { readonly id: string; readonly title: string; readonly children: readonly ReactNode[] }) =>
  props.children.length > 0 && (
    <ListBoxSection id={props.id}>
      <Header className="eyebrow px-3 pt-3 pb-1">{props.title}</Header>
      {props.children}
    </ListBoxSection>
  )

interface ItemProps {
  readonly id: string
  readonly icon: LucideIcon
  readonly name: string
  /** The list narrows itself by this text: it holds what was typed, since the server has answered to it. */
  readonly sought: string
  readonly beside: string
  readonly choose: () => void
}

const Item = ({ id, icon: Icon, name, sought, beside, choose }: ItemProps) => (
  <ListBoxItem id={id} textValue={`${sought} ${name}`} className={ITEM} onAction={choose}>
    <Icon aria-hidden="true" className="size-4 shrink-0 text-faint" />
    <Words className="min-w-0 flex-1 truncate">{name}</Words>
    {beside !== '' && <Words className="max-w-[45%] shrink-0 truncate text-[0.85rem] text-soft">{beside}</Words>}
  </ListBoxItem>
)
