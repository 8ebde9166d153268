import type { CodedAnswer, GivenAnswer } from '@sijil/core/contract/coding-record.js'
import { NO_ANSWER } from '@sijil/core/contract/no-answer.js'
import { stateVersion } from '@sijil/core/contract/versions.js'
import { sha256Hex } from '@sijil/core/model/hash.js'
import { noSuchThing } from '../../problems/access.ts'
import { codingOver, codingUnfinished } from '../../problems/coding.ts'
import { cannotReview, noSuchPassage } from '../../problems/record.ts'
import { canonicalJson } from '../../store/canonical-json.ts'
import type { Db } from '../../store/database.ts'
import type { Store } from '../../store/open-store.ts'
import { claimsAsRead } from '../../store/queries/claims.ts'
import { answersOf, type Coding, findCodings, insertAnswer, markDone } from '../../store/queries/codings.ts'
import { loadDocuments } from '../../store/queries/documents.ts'
import { appendLog } from '../../store/queries/log.ts'
import { transact } from '../../store/transact.ts'
import { expectVersion } from '../keep-review.ts'

/** A coder's own answers. Throws a Problem for somebody who does not code it. */
export const ownAnswers = async (store: Store, coding: Coding, person: string): Promise<readonly GivenAnswer[]> => {
  expectCoder(coding, person)
  return givenBy(store.db, coding.id, person)
}

const givenBy = async (db: Db, coding: string, person: string): Promise<readonly GivenAnswer[]> =>
  (await answersOf(db, coding, person)).map((answer) => ({ ...answer, version: answerVersion(answer) }))

const answerVersion = (answer: CodedAnswer | undefined): string =>
  answer === undefined ? NO_ANSWER : stateVersion('answer', answer)

const expectCoder = ({ coders }: Coding, person: string): Coding['coders'][number] => {
  const coder = coders.find(({ id }) => id === person)
  if (coder === undefined) throw noSuchThing('double coding')
  return coder
}

/**
 * Keeps what a coder makes of a claim. Throws a Problem for a claim that is not there, once they are done, and where
 * another answer of theirs stands than they saw.
 */
export const codeClaim = async (
  store: Store,
  id: string,
  person: string,
  answer: CodedAnswer,
  sees?: string,
): Promise<readonly GivenAnswer[]> =>
  transact(store.db, 'judge', async (tx) => {
    const coding = await openTo(tx, id, person)
    await expectClaim(tx, coding, person, answer)
    const given = (await answersOf(tx, id, person)).find(({ claim }) => claim === answer.claim)
    expectVersion('the answer', { sees }, answerVersion(given), [])
    await insertAnswer(tx, id, person, answer)
    // Whoever reads the log may be the other coder: it seals the answer and does not tell it.
    await appendLog(tx, 'coding', { act: 'answer', coding: id, person, digest: sha256Hex(canonicalJson(answer)) })
    return givenBy(tx, id, person)
  })

/** Ends a coder's work. Throws a Problem while a claim has no answer. */
export const finishCoding = async (store: Store, id: string, person: string): Promise<void> =>
  transact(store.db, 'judge', async (tx) => {
    const coding = await openTo(tx, id, person)
    const answered = new Set((await answersOf(tx, id, person)).map(({ claim }) => claim))
    const open = (await claimsAsRead(tx, [coding.document], { persons: false })).filter((one) => !answered.has(one.id))
    if (open.length > 0) throw codingUnfinished(open.length)
    await markDone(tx, id, person)
    await appendLog(tx, 'coding', { act: 'done', coding: id, person })
  })

const openTo = async (tx: Db, id: string, person: string): Promise<Coding> => {
  const [coding] = await findCodings(tx, { id })
  if (coding === undefined) throw noSuchThing('double coding')
  if (expectCoder(coding, person).done) throw codingOver()
  return coding
}

const expectClaim = async (tx: Db, coding: Coding, person: string, answer: CodedAnswer): Promise<void> => {
  const { claim, verdict, values, start, end } = answer
  const read = await claimsAsRead(tx, [coding.document], { persons: false })
  const isRead = read.some((one) => one.id === claim)
  if (verdict === 'add') {
    if (values?.metric === undefined || values.count === undefined)
      throw cannotReview('claim', 'what is added says what happened, and to how many people')
    const [text] = await loadDocuments(tx, [coding.document])
    const length = text?.text.content.length ?? 0
    if (isRead || start === null || end === null || start >= end || end > length)
      throw noSuchPassage(coding.document, `characters ${start} to ${end}`, 'are not in it')
  } else if (verdict === 'drop') {
    if (!(await answersOf(tx, coding.id, person)).some((own) => own.claim === claim && own.verdict === 'add'))
      throw noSuchThing('claim')
  } else if (!isRead) throw noSuchThing('claim')
}
