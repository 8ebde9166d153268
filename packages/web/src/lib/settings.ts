import { useSyncExternalStore } from 'react'

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

export interface Settings {
  readonly theme: Theme
  /** Whether single letters act as shortcuts (WCAG 2.1.4: they can be off, or other letters). */
  readonly letters: boolean
  readonly keys: Readonly<Record<ShortcutName, string>>
}

export const SHORTCUTS = {
  next: 'j',
  previous: 'k',
  accept: 'a',
  edit: 'e',
  reject: 'x',
  undo: 'u',
  help: '?',
} as const
export type ShortcutName = keyof typeof SHORTCUTS

const STORED = 'sijil.settings'
const DEFAULTS: Settings = { theme: 'system', letters: true, keys: SHORTCUTS }

const read = (): Settings => {
  try {
    const stored = JSON.parse(localStorage.getItem(STORED) ?? '{}') as Partial<Settings>
    return { ...DEFAULTS, ...stored, keys: { ...SHORTCUTS, ...stored.keys } }
  } catch {
    return DEFAULTS
  }
}

let settings = read()
const listeners = new Set<() => void>()

export const changeSettings = (change: Partial<Settings>): void => {
  settings = { ...settings, ...change }
  localStorage.setItem(STORED, JSON.stringify(settings))
  applyTheme()
  for (const tell of listeners) tell()
}

/** Puts the theme on the page; `system` follows the machine's. */
export const applyTheme = (): void => {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const contrast = matchMedia('(prefers-contrast: more)').matches
  document.documentElement.dataset.theme =
    settings.theme === 'system' ? (contrast ? 'contrast' : dark ? 'dark' : 'light') : settings.theme
}

export const useSettings = (): Settings =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => settings,
  )
