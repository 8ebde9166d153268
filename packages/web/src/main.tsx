import '@fontsource-variable/inter'
import '@fontsource-variable/source-serif-4'
import '@fontsource/ibm-plex-sans-arabic/400.css'
import '@fontsource/ibm-plex-sans-arabic/600.css'
import './app/styles.css'
import { I18nProvider } from '@lingui/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { makeRouter } from './app/router.tsx'
import { problemOf } from './lib/api.ts'
import { i18n, preferredLocale, showIn } from './lib/i18n.ts'
import { applyTheme } from './lib/settings.ts'

for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'])
  matchMedia(query).addEventListener('change', applyTheme)

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // What the server refused it will refuse again.
      retry: (count, error) => problemOf(error) === null && count < 2,
    },
  },
})
const router = makeRouter(client)
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')

await showIn(preferredLocale())
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <App>
          <RouterProvider router={router} />
        </App>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)
