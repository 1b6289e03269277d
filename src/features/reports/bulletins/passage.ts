import { maskIdNumber, maskName, maskPhone } from '../../../kernel/mask.ts'

/**
 * A passage without what points at a person: numbers of identity cards and of accounts, mobile telephones, and names that stand behind a
 * word such as "户主" or "姓名". A name without such a word cannot be told from other words: hands that review must see to it.
 */
export function masked(passage: string): string {
  return passage
    .replace(/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g, maskIdNumber)
    .replace(/(?<!\d)\d{15,19}(?!\d)/g, maskIdNumber)
    .replace(/(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g, maskPhone)
    .replace(named, (_, word: string, name: string) => `${word}${maskName(name)}`)
}

const named = /((?:姓名|户主|户主姓名|申请人|领取人|救助对象|低保对象|受助学生|联系人)\s*[：:]\s*)(\p{Script=Han}{2,4})(?!\p{Script=Han})/gu
