import { testEveryPage } from './every-page.ts'

testEveryPage([
  { theme: 'light', locale: 'en', all: true },
  { theme: 'dark', locale: 'ar', all: true },
  { theme: 'dark', locale: 'en', all: false },
  { theme: 'light', locale: 'ar', all: false },
])
