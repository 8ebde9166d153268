import { testManyReviewers } from './many-reviewers.ts'

testManyReviewers(200, 60, 5000)
