import { SunMoon } from 'lucide-react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { currentLocale, LOCALES, type Locale, type MessageKey, showIn, useT } from '../lib/i18n.ts'
import { changeSettings, THEMES, type Theme, useSettings } from '../lib/settings.ts'

const ITEM =
  'flex min-h-8 cursor-default items-center justify-between gap-6 rounded px-2 outline-none data-focused:bg-accent-wash data-selected:font-medium data-selected:text-accent'

/** Light, dark or high contrast; English or Arabic. */
export const AppearanceMenu = () => {
  const t = useT()
  const { theme } = useSettings()
  return (
    <MenuTrigger>
      <Button className="flex min-h-9 items-center gap-2.5 rounded-md px-2.5 text-soft hover:bg-line/60 hover:text-ink">
        <SunMoon aria-hidden="true" className="size-[1.1rem]" strokeWidth={1.8} />
        <span className="sr-only md:not-sr-only">{t('appearance.title')}</span>
      </Button>
      <Popover className="min-w-52 rounded-lg border border-line bg-raised p-1 shadow-xl">
        <Menu className="outline-none">
          <MenuSection
            selectionMode="single"
            selectedKeys={[theme]}
            onSelectionChange={(keys) => changeSettings({ theme: [...keys][0] as Theme })}
          >
            <Header className="eyebrow px-2 pt-2 pb-1">{t('appearance.theme')}</Header>
            {THEMES.map((name) => (
              <MenuItem key={name} id={name} className={ITEM}>
                {t(`theme.${name}` as MessageKey)}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="single"
            selectedKeys={[currentLocale()]}
            onSelectionChange={(keys) => showIn([...keys][0] as Locale)}
          >
            <Header className="eyebrow px-2 pt-3 pb-1">{t('appearance.language')}</Header>
            {Object.entries(LOCALES).map(([id, { name }]) => (
              <MenuItem key={id} id={id} className={ITEM} textValue={name}>
                <span lang={id}>{name}</span>
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
