/** A country or a first-order area with the circle that holds it. */
interface Circle {
  readonly lat: number
  readonly lon: number
  /** Metres. */
  readonly radius: number
}

export interface CountryRow extends Circle {
  /** ISO 3166-1 alpha-2. */
  readonly code: string
  readonly name: string
  readonly names: readonly string[]
}

export interface AreaRow extends Circle {
  readonly id: string
  readonly country: string
  /** What people call it ("Idlib"); entries in it carry this as their `admin1`. */
  readonly common: string
  /** With its type ("Idlib Province"). */
  readonly name: string
  readonly names: readonly string[]
  /** Polygons of rings of arcs, as TopoJSON has them: arc numbers, `~n` = arc n backwards. */
  readonly polygons: readonly (readonly (readonly number[])[])[]
}

/** First-order areas of the world with shared outlines: `gazetteer/areas.json.br`. */
export interface AreaFile {
  readonly source: string
  readonly countries: readonly CountryRow[]
  readonly areas: readonly AreaRow[]
  /** Each arc: longitude and latitude in units of 1/`scale` degree, first absolute, then differences. */
  readonly arcs: readonly (readonly number[])[]
  readonly scale: number
}
