import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const TOWNS = ['Maarat Sela', 'Kafr Dunya', 'Tell Aswaf', 'Deir Rahba', 'Bani Omran', 'Ras Hadid', 'Wadi Zarif']
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June']

/** An invented report about an invented place, different for each number. */
export const report = (n: number): string => {
  const town = TOWNS[n % TOWNS.length] ?? ''
  const day = `${1 + (n % 27)} ${MONTHS[n % MONTHS.length] ?? ''} 2024`
  return [
    `Shelling hits ${town}`,
    '',
    `${day} - At least ${2 + (n % 9)} civilians were killed and ${3 + (n % 13)} others were wounded when shells struck the village of ${town}, rescuers said.`,
    '',
    `Report number ${n} was written by hand. A resident counted ${n + 20} craters along the road to the mill.`,
  ].join('\n')
}

/** Writes reports as files of a folder, which is made. */
export const writeReports = async (folder: string, count: number, from = 0): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const numbers = Array.from({ length: count }, (_, i) => from + i)
  await Promise.all(numbers.map((n) => writeFile(join(folder, `report-${String(n).padStart(5, '0')}.txt`), report(n))))
}
