import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { I18nProvider as AriaI18nProvider } from 'react-aria-components'
import { useChanges } from '../lib/use-changes.ts'

/** What every page needs around it: the language of dates and controls, and news of changes. */
export const App = ({ children }: { readonly children: ReactNode }) => {
  const { i18n } = useLingui()
  useChanges()
  return <AriaI18nProvider locale={i18n.locale === 'ar' ? 'ar-u-nu-latn' : 'en-GB'}>{children}</AriaI18nProvider>
}
