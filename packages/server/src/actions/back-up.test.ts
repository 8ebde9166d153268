import { pairsOf, testBackUps } from '../testing/back-ups.ts'

testBackUps(pairsOf(true), ['كلمة السر and more'])
