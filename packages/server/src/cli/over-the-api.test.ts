import { ROUTES, type RouteName } from '@sijil/core/contract/api/routes.js'
import { expect, test } from 'vitest'
import { makeProgram } from './program.ts'
import { leavesOf, nameOf } from './reference.ts'
import { fakeIo } from './testing/fake-io.ts'

/** What of the API does what a command does. Without a route: docs/decisions/what-stays-at-the-terminal.md says why. */
const BY_ROUTE: Readonly<Record<string, readonly RouteName[]>> = {
  ingest: ['startUpload', 'sendUpload', 'addReport'],
  'imports list': ['listImports'],
  'imports show': ['showImport', 'listImportFiles'],
  retry: ['retryImport'],
  reread: ['rereadDocuments'],
  'gazetteer import': ['importGazetteer'],
  'gazetteer add': [],
  'gazetteer apply': ['applyGazetteers'],
  'gazetteer list': ['listGazetteers'],
  'gazetteer search': ['searchPlaces'],
  'gazetteer remove': ['removeGazetteer'],
  'organisations import': ['importOrganisations'],
  'organisations list': ['listOrganisations'],
  'organisations remove': ['removeOrganisations'],
  worker: [],
  status: ['showStatus'],
  incidents: ['listIncidents'],
  incident: ['showIncident'],
  compare: ['compareIncident'],
  history: ['showHistory'],
  documents: ['listDocuments', 'showDocument', 'listCopies'],
  claims: ['listClaims', 'showClaim'],
  tolls: ['listTolls'],
  export: ['exportIncidents'],
  'review claim': ['reviewClaim'],
  'review incident': ['reviewIncident'],
  'review check': ['reviewCheck'],
  'review add': ['addClaim'],
  'review withdraw': ['withdrawReview'],
  reviews: ['listReviews'],
  checks: ['listChecks'],
  'judge same': ['judge'],
  'judge different': ['judge'],
  'judge unsure': ['judge'],
  'judge split': ['splitIncident'],
  'judge withdraw': ['withdrawJudgement'],
  judgements: ['listJudgements'],
  serve: [],
  extract: ['extractText'],
  locate: ['locateText'],
  verify: ['verifyRecord'],
  doctor: ['doctor'],
  backup: ['backUp'],
  restore: [],
  upgrade: [],
  grant: [],
}

test('the API does all that the command line does, but for what stays at the terminal', () => {
  const commands = leavesOf(makeProgram({ io: fakeIo().io, exit: () => {} })).map((one) =>
    nameOf(one).slice('sijil '.length),
  )
  expect(Object.keys(BY_ROUTE).sort()).toEqual(commands.filter((name) => name !== 'help').sort())
  for (const names of Object.values(BY_ROUTE)) for (const name of names) expect(ROUTES).toHaveProperty(name)
})
