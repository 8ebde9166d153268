import { useEffect } from 'react'
import { type ShortcutName, useSettings } from './settings.ts'

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="dialog"] *'

/** Single-letter keys for what is on the page: the person's own letters, off where they turned them off. */
export const useShortcuts = (actions: Readonly<Partial<Record<ShortcutName, () => void>>>): void => {
  const { letters, keys } = useSettings()
  useEffect(() => {
    if (!letters) return
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest(TYPING)) return
      const name = (Object.keys(keys) as ShortcutName[]).find((key) => keys[key] === event.key.toLowerCase())
      const act = name === undefined ? undefined : actions[name]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [actions, keys, letters])
}
