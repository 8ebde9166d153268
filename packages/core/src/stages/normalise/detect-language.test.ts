import { describe, expect, it } from 'vitest'
import { detectLanguage } from './detect-language.ts'

describe('detectLanguage', () => {
  it.each([
    ['Two people were killed in the village of Orvane on Monday.', 'en'],
    ['قتل مدنيان في قرية أورفان يوم الاثنين', 'ar'],
    // Names in another script beside, as monitors set them, a third of the letters long.
    ['Shells near دوار السرموق العجراوي القديم in the town of الصالحية Salhiya on Monday', 'en'],
    ['قتل مدنيان في قرية أورفان Orvane village قرب مدينة طرماق يوم الاثنين', 'ar'],
  ])('%s: %s', (text, language) => expect(detectLanguage(text, null)).toBe(language))

  it('keeps to what is declared where nothing can be told', () => {
    expect(detectLanguage('12 345', 'en')).toBe('en')
    expect(detectLanguage('', null)).toBeNull()
  })
})
