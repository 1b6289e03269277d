import { describe, expect, it } from 'vitest'
import { preferredLanguage, splitLanguage } from './language.ts'

describe('the language of an address', () => {
  it('is its prefix, and the rest is the address without it', () => {
    expect(splitLanguage('/zh/catalogue?x=1')).toEqual({ lang: 'zh', rest: '/catalogue?x=1' })
    expect(splitLanguage('/en/')).toEqual({ lang: 'en', rest: '/' })
    expect(splitLanguage('/en')).toEqual({ lang: 'en', rest: '/' })
    expect(splitLanguage('/en?q=a')).toEqual({ lang: 'en', rest: '/?q=a' })
  })

  it('is nobody’s where the first letters only look like one', () => {
    expect(splitLanguage('/english')).toEqual({ rest: '/english' })
    expect(splitLanguage('/zhen/')).toEqual({ rest: '/zhen/' })
    expect(splitLanguage('/')).toEqual({ rest: '/' })
  })
})

describe('the language that a browser prefers', () => {
  it('is English only when English comes before Chinese', () => {
    expect(preferredLanguage('en-GB,en;q=0.9,zh;q=0.8')).toBe('en')
    expect(preferredLanguage('zh-CN,zh;q=0.9,en;q=0.8')).toBe('zh')
    expect(preferredLanguage('fr,en;q=0.4,zh;q=0.6')).toBe('zh')
    expect(preferredLanguage('en;q=0,zh;q=0.1')).toBe('zh')
  })

  it('is Chinese when nothing useful is said', () => {
    expect(preferredLanguage(undefined)).toBe('zh')
    expect(preferredLanguage('')).toBe('zh')
    expect(preferredLanguage('fr-FR;q=x,*')).toBe('zh')
  })
})
