import { Switch } from 'react-aria-components'
import { Sheet } from '../../components/dialog.tsx'
import { named } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { changeSettings, SHORTCUTS, type ShortcutName, useSettings } from '../../lib/settings.ts'

/** The keys, which can be other letters, or off. */
export const ShortcutsSheet = ({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) => {
  const t = useT()
  const { keys, letters } = useSettings()
  return (
    <Sheet title={t('shortcuts.title')} isOpen={isOpen} close={close}>
      <Switch
        isSelected={letters}
        onChange={(on) => changeSettings({ letters: on })}
        className="group mb-4 flex cursor-pointer items-center gap-3"
      >
        <span className="flex h-6 w-10 items-center rounded-full bg-strong-line p-0.5 transition-colors group-data-selected:bg-accent">
          <span className="size-5 rounded-full bg-raised transition-transform group-data-selected:translate-x-4 rtl:group-data-selected:-translate-x-4" />
        </span>
        {t('shortcuts.on')}
      </Switch>
      <ul className="m-0 list-none p-0">
        {(Object.keys(SHORTCUTS) as ShortcutName[]).map((name) => (
          <li key={name} className="flex items-center justify-between gap-4 border-line border-t py-1.5">
            <label htmlFor={`key-${name}`}>{named(t, 'shortcut', name)}</label>
            <input
              id={`key-${name}`}
              dir="ltr"
              maxLength={1}
              value={keys[name].toUpperCase()}
              onChange={(event) => {
                const key = event.target.value.trim().toLowerCase()
                const taken = Object.entries(keys).some(([other, used]) => other !== name && used === key)
                if (key !== '' && !taken) changeSettings({ keys: { ...keys, [name]: key } })
              }}
              className="min-h-8 w-12 rounded border border-strong-line bg-raised text-center font-mono"
            />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
