import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { useLingui } from '@lingui/react'
import { useCallback } from 'react'
import { en, type MessageKey } from '../messages/en.ts'
import { learn } from './learnt.ts'

export type { MessageKey }
export type Values = Readonly<Record<string, string | number | null>>

export const LOCALES = { en: { name: 'English', dir: 'ltr' }, ar: { name: 'العربية', dir: 'rtl' } } as const
export type Locale = keyof typeof LOCALES

const STORED = 'sijil.locale'
i18n.setMessagesCompiler(compileMessage)
i18n.load('en', { ...en })
i18n.activate('en')

export { i18n }

/** The language the person chose, else the browser's where there is one, else English. */
export const preferredLocale = (): Locale => {
  const chosen = localStorage.getItem(STORED) ?? navigator.language.slice(0, 2)
  return chosen === 'ar' ? 'ar' : 'en'
}

/** Shows the interface in a language and in its direction; Arabic is fetched when it is first asked for. */
export const showIn = async (locale: Locale): Promise<void> => {
  if (locale === 'ar') {
    const [{ ar }, { arServer }, { arProblems }] = await Promise.all([
      import('../messages/ar.ts'),
      import('../messages/ar/server.ts'),
      import('../messages/ar/problems.ts'),
    ])
    i18n.load('ar', { ...ar })
    learn({ phrases: arServer, refusals: arProblems })
  } else learn()
  i18n.activate(locale)
  localStorage.setItem(STORED, locale)
  document.documentElement.lang = locale
  document.documentElement.dir = LOCALES[locale].dir
}

export type Translate = (key: MessageKey, values?: Values) => string

/** The interface's words in the language shown. */
export const useT = (): Translate => {
  const { i18n: active } = useLingui()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the object stays the same when its language changes
  return useCallback((key, values) => active._(key, values ? { ...values } : {}), [active, active.locale])
}

export const currentLocale = (): Locale => (i18n.locale === 'ar' ? 'ar' : 'en')
