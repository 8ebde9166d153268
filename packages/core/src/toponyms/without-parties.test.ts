import { expect, test } from 'vitest'
import { makeGazetteer } from '../gazetteer/make-gazetteer.ts'
import { makeOrganisations } from '../origins/organisations.ts'
import { loadLexicon } from '../testing/lexicons.ts'
import { readText } from '../text/reader.ts'
import { recognisePlaces } from './recognise-places.ts'
import { withoutParties } from './without-parties.ts'

const lexicon = loadLexicon('en')
const bare = {
  names: [],
  lat: 10,
  lon: 20,
  country: 'XT',
  admin1: 'Tarsk',
  pcode: null,
  level: null,
  radius: null,
}
const gazetteer = makeGazetteer('test', [
  { ...bare, id: 't:1', name: 'Horan', kind: 'settlement', population: 800 },
  { ...bare, id: 't:2', name: 'Golim', kind: 'settlement', population: 300_000 },
])
const organisations = makeOrganisations(
  [
    { key: 'horan', name: 'Horan Front', type: 'party', party: 'horan', aliases: 'Horan|al-Horan' },
    { key: 'ustria', name: 'Government of Ustria', type: 'party', party: 'ustria', aliases: 'Golim' },
    { key: 'clinic', name: 'Saray Relief', type: 'ngo', party: '', aliases: 'Saray' },
  ],
  [],
)

test('a party is no place; a capital that stands for its government is one, and so is a place of an organisation that does not fight', () => {
  const content = 'Two died in Horan. Two died in Golim. Two died in Saray. Two died in Teldo.'
  const toponyms = recognisePlaces(readText(content, 'en', lexicon), lexicon, gazetteer)
  expect(toponyms.map(({ name }) => name)).toEqual(['Horan', 'Golim', 'Saray', 'Teldo'])
  const kept = withoutParties(toponyms, organisations, gazetteer)
  expect(kept.map(({ name }) => name)).toEqual(['Golim', 'Saray', 'Teldo'])
})
