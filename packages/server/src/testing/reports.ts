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

/** Ways to tell of the same kind of thing that have hardly three words in a row in common. */
const WAYS: readonly ((killed: number, injured: number, town: string, day: string) => string)[] = [
  (k, i, t, d) => `Shells fell on ${t} on ${d}, killing ${k} civilians; ${i} were wounded, rescuers said.`,
  (k, i, t, d) => `${k} people died in an airstrike against ${t} (${d}). Doctors counted ${i} injured.`,
  (k, i, t, d) => `A car bomb in ${t} left ${k} dead and ${i} hurt, police officers told reporters on ${d}.`,
  (k, i, t, d) =>
    `On ${d} gunmen opened fire at a checkpoint near ${t}: ${k} killed, ${i} injured, according to residents.`,
  (k, i, t, d) => `Rocket fire claimed ${k} lives at ${t} market this ${d}; another ${i} persons suffered injuries.`,
  (k, i, t, d) => `The hospital of ${t} received ${k} bodies and treated ${i} wounded after clashes of ${d}.`,
  (k, i, t, d) => `In ${t}, a landmine blast ${d} took the lives of ${k} farmers while injuring ${i} more.`,
  (k, i, t, d) =>
    `Artillery bombardment of ${t} (${d}) resulted in ${k} deaths, with ${i} people wounded, monitors reported.`,
]

/**
 * Writes reports as files of a folder, so different that none has more relatives than are compared: what is made of them
 * does not depend on which came first.
 */
export const writeVariedReports = async (folder: string, count: number): Promise<void> => {
  await mkdir(folder, { recursive: true })
  for (let n = 0; n < count; n++) {
    const way = WAYS[n % WAYS.length] as (typeof WAYS)[number]
    const day = `${1 + (n % 27)} ${MONTHS[n % MONTHS.length]} 2024`
    const told = way(2 + (n % 9), 3 + (n % 13), TOWNS[n % TOWNS.length] ?? '', day)
    const own = Array.from({ length: 12 }, (_, i) => `mill${(n * 31 + i * 7) % 997}`).join(' ')
    await writeFile(join(folder, `varied-${String(n).padStart(5, '0')}.txt`), `${told}\n\nWritten down as ${own}.\n`)
  }
}
