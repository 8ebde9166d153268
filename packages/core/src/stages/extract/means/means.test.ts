import { describe, expect, it } from 'vitest'
import { slotsOf } from '../../../testing/slot-reader.ts'

describe('the means of a claim', () => {
  it.each([
    ['An air strike [killed 12 people].', 'airstrike'],
    ['[12 people were killed] by Russian drones.', 'airstrike'],
    ['Barrel bombs [killed 12 people].', 'barrel_bomb'],
    ['Shelling [killed 12 people].', 'shelling'],
    ['Mortar rounds [killed 12 people].', 'shelling'],
    ['A rocket attack [killed 12 people].', 'rocket'],
    ['A ballistic missile [killed 12 people].', 'missile'],
    ['[12 people were killed] in a chlorine attack.', 'chemical'],
    ['A helicopter dropped poison gas and [12 people were killed] by the gas.', 'chemical'],
    ['A car bomb [killed 12 people].', 'car_bomb'],
    ['A suicide attacker blew up a car bomb, [killing 12 people].', 'car_bomb'],
    ['A suicide bomber [killed 12 people].', 'suicide_bomb'],
    ['A roadside bomb [killed 12 people].', 'mine_ied'],
    ['A blast [killed 12 people].', 'mine_ied'],
    ['Gunmen opened fire and [killed 12 people].', 'gunfire'],
    ['[12 soldiers were killed] in clashes.', 'clashes'],
    ['[12 people were beheaded] in Sarmuq.', 'execution'],
    ['[12 people were killed] when a plane was shot down.', 'other'],
    ['[12 people were killed] in Sarmuq.', null],
    ['[12 people were killed] near a rocket launcher.', null],
    ['Jets struck the town with cluster munitions, [killing 12 people].', 'airstrike'],
    ['Planes and rockets hit the town, [killing 12 people].', 'airstrike'],
    ['A booby-trapped motorcycle [killed 12 people].', 'mine_ied'],
    ['Shelling and air strikes [killed 12 people].', 'shelling'],
    ['A blast [killed 12 people]. The suicide bomber struck at noon.', 'suicide_bomb'],
  ] as const)('%s → %s', (marked, means) => {
    expect(slotsOf(marked)[0]?.means ?? null).toBe(means)
  })

  it('gives each number its own weapon', () => {
    const slots = slotsOf('[3 people were shot dead] in Belmar and [4 people were killed] in an air strike on Sarmuq.')
    expect(slots.map((s) => s.means)).toEqual(['gunfire', 'airstrike'])
  })
})
