// Runs before the first paint, so that no page flashes in the wrong colours; lib/settings.ts keeps what it reads.
;(() => {
  let theme = 'system'
  try {
    theme = JSON.parse(localStorage.getItem('sijil.settings') ?? '{}').theme ?? 'system'
  } catch {}
  const prefers = (query) => matchMedia(query).matches
  document.documentElement.dataset.theme =
    theme !== 'system'
      ? theme
      : prefers('(prefers-contrast: more)')
        ? 'contrast'
        : prefers('(prefers-color-scheme: dark)')
          ? 'dark'
          : 'light'
})()
