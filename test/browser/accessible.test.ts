import { testEveryPage } from './every-page.ts'

testEveryPage([
  { theme: 'light', locale: 'en', all: false },
  { theme: 'dark', locale: 'ar', all: false },
])
