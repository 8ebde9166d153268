import { testEveryPage } from './every-page.ts'

testEveryPage([
  { theme: 'light', locale: 'en', all: true },
  { theme: 'dark', locale: 'ar', all: false },
])
