import { describe, expect, it } from 'vitest'
import { metresBetween } from '../../gazetteer/geo.ts'
import { loadBuiltInGazetteer } from '../../testing/gazetteers.ts'
import { loadLexicon } from '../../testing/lexicons.ts'
import { readShared, readSharedLines, sharedIsThere } from '../../testing/shared.ts'
import { loadSharedGazetteer } from '../../testing/shared-gazetteer.ts'
import { readText } from '../../text/reader.ts'
import { locateText } from './locate-text.ts'

interface GoldClaim {
  readonly doc: string
  readonly places: readonly string[]
}

/** Where the settlements lie that the forms name, read by hand from the country's dump; null = it is in no gazetteer. */
const SETTLEMENTS: Readonly<Record<string, readonly [lat: number, lon: number] | null>> = {
  'Kfar Taal': [36.154, 36.893],
  'Kafr Taal': [36.154, 36.893],
  Maardabseh: [35.783, 36.774],
  Aleppo: [36.201, 37.161],
  Idlib: [35.931, 36.634],
  Binnish: [35.955, 36.713],
  'Sahil Roj': null,
  Fua: [35.981, 36.703],
  Saraqib: [35.863, 36.806],
  Anqawi: [35.6, 36.387],
  'al-Qahira': [35.444, 36.304],
  'al-Manara': null,
  'Tal Zajran': null,
  'al-Halluba': [35.61, 36.42],
  Kukfin: [35.637, 36.432],
  'Kafr Avid': [35.631, 36.46],
  Sfuhan: [35.614, 36.458],
  Fattara: [35.609, 36.492],
  'Maaret al-Numaan district': [35.648, 36.675],
  'Tal Mannis': [35.638, 36.745],
  Bidama: [35.81, 36.203],
  Maasaran: [35.71, 36.8],
  'al-Kanayes': [35.73, 36.87],
  'Maar Shamshah': [35.637, 36.705],
  'Khan Sheikhoun': [35.442, 36.651],
  'Kafr Nuran': [36.077, 36.828],
  Jidarya: null,
  'Kafr Nahaada': null,
  Erhab: [36.21, 36.848],
  Tamanin: null,
  Takad: [36.2, 36.872],
  Bara: [35.69, 36.538],
  'eastern Ghouta': null,
  Daraa: [32.62, 36.104],
  Quneitra: [33.126, 35.824],
}
/** The governorate that holds each, where it is not Idlib; null = anywhere in the country will do. */
const GOVERNORATES: Readonly<Record<string, string | null>> = {
  'Kfar Taal': 'Aleppo',
  'Kafr Taal': 'Aleppo',
  Aleppo: 'Aleppo',
  Anqawi: 'Hama',
  'al-Qahira': 'Hama',
  'al-Manara': 'Hama',
  'Tal Zajran': 'Hama',
  Hama: 'Hama',
  'Kafr Nuran': 'Aleppo',
  Jidarya: 'Aleppo',
  'Kafr Nahaada': 'Aleppo',
  Erhab: 'Aleppo',
  Tamanin: 'Aleppo',
  Takad: 'Aleppo',
  'eastern Ghouta': null,
  'rural opposition areas': null,
  Syria: null,
  'northwest Syria': null,
  'northwestern Syria': null,
  Daraa: null,
  Quneitra: null,
}

describe.skipIf(!sharedIsThere)(
  'the places of the first reports (skipped where the development material is absent)',
  () => {
    const gold = sharedIsThere ? readSharedLines<GoldClaim>('gold/seeds.jsonl') : []
    const docs = [...new Set(gold.map(({ doc }) => doc))]
    const forms = docs.flatMap((doc) => {
      const named = gold.filter((claim) => claim.doc === doc).flatMap(({ places }) => places)
      return [...new Set(named)].map((form) => ({ doc, form }))
    })
    const lexicon = loadLexicon('en')
    const gazetteers = sharedIsThere
      ? [
          { name: 'the built-in gazetteer', gazetteer: loadBuiltInGazetteer() },
          { name: "the country's dump", gazetteer: loadSharedGazetteer('SY') },
        ]
      : []

    it.each(gazetteers)('lie in the settlement named or in its governorate, and say so: by $name', ({ gazetteer }) => {
      const wrong = docs.flatMap((doc) => {
        const content = readShared(`seeds/${doc}`)
        const located = locateText(readText(content, 'en', lexicon), lexicon, gazetteer)
        return forms
          .filter((one) => one.doc === doc)
          .flatMap(({ form }) => {
            const found = located.filter(({ toponym }) => toponym.text.includes(form) || toponym.name === form)
            if (found.length === 0) return [`${doc} ${form}: not found`]
            return found.flatMap(({ place }) => complaintOf(form, place).map((why) => `${doc} ${form}: ${why}`))
          })
      })
      expect(wrong).toEqual([])
    })
  },
)

const complaintOf = (form: string, place: ReturnType<typeof locateText>[number]['place']): readonly string[] => {
  if (place === null) return ['placed nowhere']
  if (place.country !== 'SY') return [`placed in ${place.country}`]
  const governorate = form in GOVERNORATES ? GOVERNORATES[form] : 'Idlib'
  if (place.precision >= 3) {
    const fits = governorate === null || place.admin1 === governorate
    return fits ? [] : [`placed in ${place.name}, ${place.admin1}`]
  }
  const point = SETTLEMENTS[form]
  if (point === undefined || point === null)
    return place.precision === 2 && place.admin1 === governorate ? [] : [`placed at the point ${place.name}`]
  const [lat, lon] = point
  const off = metresBetween(place, { lat, lon })
  // "West of X city" is a circle that says how far it reaches.
  return off <= (place.precision === 2 ? place.radius : 5000)
    ? []
    : [`placed ${Math.round(off / 1000)} km off, at ${place.name}`]
}
