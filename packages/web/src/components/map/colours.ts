/** The colours of the page's theme, for what is painted and not styled. */
export const colours = () => {
  const style = getComputedStyle(document.documentElement)
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  return {
    water: of('sunken'),
    land: of('raised'),
    inner: of('line'),
    coast: of('strong-line'),
    border: of('faint'),
    ink: of('ink'),
    paper: of('paper'),
    accent: of('accent'),
    accentInk: of('accent-ink'),
    killed: of('killed'),
    soft: of('soft'),
  }
}
