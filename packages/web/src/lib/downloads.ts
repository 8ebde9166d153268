/** Gives the person a file made here. */
const give = (name: string, blob: Blob): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

/** The drawing with the page's colours put in, so that it looks the same elsewhere. */
const standalone = (svg: SVGSVGElement): string => {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const page = getComputedStyle(document.documentElement)
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const text = new XMLSerializer().serializeToString(copy)
  return text.replace(
    /var\(--([a-z-]+)\)/g,
    (_, name: string) => page.getPropertyValue(`--${name}`).trim() || 'currentColor',
  )
}

export const downloadSvg = (name: string, svg: SVGSVGElement): void =>
  give(`${name}.svg`, new Blob([standalone(svg)], { type: 'image/svg+xml' }))

const DENSITY = 2

export const downloadPng = async (name: string, svg: SVGSVGElement): Promise<void> => {
  const { width, height } = svg.viewBox.baseVal
  const image = new Image()
  image.src = `data:image/svg+xml;base64,${base64(standalone(svg))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * DENSITY
  canvas.height = height * DENSITY
  const context = canvas.getContext('2d')
  if (context === null) return
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--paper')
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  canvas.toBlob((blob) => blob && give(`${name}.png`, blob), 'image/png')
}

const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))

export type Cell = string | number | null

/** A cell that a spreadsheet takes for text, whatever it begins with. */
const cell = (value: Cell): string => {
  const text = value === null ? '' : String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const downloadCsv = (name: string, head: readonly string[], rows: readonly (readonly Cell[])[]): void => {
  const lines = [head, ...rows].map((row) => row.map(cell).join(','))
  // A byte-order mark: spreadsheets read Arabic right only with it.
  give(`${name}.csv`, new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' }))
}
