import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { FileText, Layers, MapPin, Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
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
  const { data } = useQuery({ ...searchQuery(sought), enabled: sought.length > 1 })
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
        {data && data.incidents.length > 0 && (
          <ListBoxSection id="incidents">
            <Header className="eyebrow px-3 pt-3 pb-1">{t('nav.incidents')}</Header>
            {data.incidents.map((incident) => (
              <ListBoxItem
                key={incident.id}
                id={`i-${incident.id}`}
                textValue={`${sought} ${incident.id}`}
                className={ITEM}
                onAction={() => go(() => navigate({ to: '/incidents/$code', params: { code: incident.id } }))}
              >
                <Layers aria-hidden="true" className="size-4 text-faint" />
                <Words className="min-w-0 flex-1 truncate">
                  {incident.place.text ?? incident.place.name ?? incident.id}
                </Words>
                <Words className="text-[0.85rem] text-soft">{days(incident.from, incident.to, t)}</Words>
              </ListBoxItem>
            ))}
          </ListBoxSection>
        )}
        {data && data.documents.length > 0 && (
          <ListBoxSection id="documents">
            <Header className="eyebrow px-3 pt-3 pb-1">{t('nav.inbox')}</Header>
            {data.documents.map((document) => (
              <ListBoxItem
                key={document.id}
                id={`d-${document.id}`}
                textValue={`${sought} ${document.title ?? document.doc}`}
                className={ITEM}
                onAction={() => go(() => navigate({ to: '/review/$doc', params: { doc: document.id } }))}
              >
                <FileText aria-hidden="true" className="size-4 text-faint" />
                <Words className="min-w-0 flex-1 truncate">{document.title ?? document.doc}</Words>
                {document.outlet && <Words className="text-[0.85rem] text-soft">{document.outlet}</Words>}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        )}
        {data && data.places.length > 0 && (
          <ListBoxSection id="places">
            <Header className="eyebrow px-3 pt-3 pb-1">{t('search.places')}</Header>
            {data.places.map((place) => (
              <ListBoxItem
                key={place.id}
                id={`p-${place.id}`}
                textValue={`${sought} ${place.name}`}
                className={ITEM}
                onAction={() => go(() => navigate({ to: '/incidents', search: { place: place.name } }))}
              >
                <MapPin aria-hidden="true" className="size-4 text-faint" />
                <Words className="min-w-0 flex-1 truncate">{place.name}</Words>
                <Words className="text-[0.85rem] text-soft">
                  {[place.admin1, place.country].filter(Boolean).join(', ')}
                </Words>
              </ListBoxItem>
            ))}
          </ListBoxSection>
        )}
      </ListBox>
    </Autocomplete>
  )
}
