import { testEveryPage } from './every-page.ts'

testEveryPage([
  { theme: 'dark', locale: 'ar', all: true },
  { theme: 'dark', locale: 'en', all: false },
  { theme: 'light', locale: 'ar', all: false },
])
