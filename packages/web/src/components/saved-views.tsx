import { lazy, Suspense } from 'react'
import type { SavedViewsProps } from './saved-views-menu.tsx'

const SavedViewsMenu = lazy(() =>
  import('./saved-views-menu.tsx').then((module) => ({ default: module.SavedViewsMenu })),
)

/** Filters kept under a name; the menu and its dialogs come after the page. */
export const SavedViews = (props: SavedViewsProps) => (
  <Suspense fallback={<span className="min-h-9 w-24" />}>
    <SavedViewsMenu {...props} />
  </Suspense>
)
