import { amountEn, amountZh, countEn, countZh, figuresEn, figuresZh, ordinalEn, telephoneZh, yearEn } from './numeral.ts'

/** A passage as a voice says it: numbers and days in words, signs as what they mean. */
export function spoken(text: string, language: 'zh' | 'en'): string {
  return language === 'zh' ? spokenZh(text) : spokenEn(text)
}

type Turn = readonly [RegExp, (...found: string[]) => string]

const counted = '[个件次名户家辆项间所条天层位张]'
/** Turns that go from the most telling form to the bare number; what one has turned into words, the next one finds no figures in. */
const turnsZh: readonly Turn[] = [
  // A listener cannot write an index number down; it stands in the original.
  [/[，,、；;]?\s?索引号[：:]\s?[\w./-]*\d/g, () => ''],
  [/https?:\/\/[^\s，。；）)]+/g, () => '网址见原文'],
  [/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}/g, () => '邮箱见原文'],
  [/〔(\d{4})〕\s*(\d+)\s*号/g, (_, year = '', number = '') => `${figuresZh(year)}年第${countZh(number)}号`],
  [
    /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g,
    (_, year = '', month = '', day = '') => `${figuresZh(year)}年${countZh(month)}月${countZh(day)}日`,
  ],
  [/(\d{4})(?=\s*年)/g, (_, year = '') => figuresZh(year)],
  [/(\d{1,2}):(\d{2})(?!\d)/g, (_, hour = '', minute = '') => timeZh(hour, minute)],
  [/(0\d{2,3})[-—](\d{7,8})(?!\d)/g, (_, area = '', number = '') => `${telephoneZh(area)}，${telephoneZh(number)}`],
  [/(?<!\d)1\d{10}(?!\d)/g, (number = '') => telephoneZh(number)],
  [
    new RegExp(`(?<![\\d.])(?:12\\d{3}|96\\d{3}|11[09]|12[02])(?![\\d.,，]*\\d|\\s*[元亩吨米人%万亿]|\\s*${counted})`, 'g'),
    (number = '') => telephoneZh(number),
  ],
  [/(?<![\d,.])(\d[\d,]*(?:\.\d+)?)\s?[%％]/g, (_, number = '') => `百分之${amountZh(number)}`],
  [/(?<![\d,.])(\d[\d,]*(?:\.\d+)?)\s?‰/g, (_, number = '') => `千分之${amountZh(number)}`],
  [/[¥￥]\s*(\d[\d,]*(?:\.\d+)?)/g, (_, number = '') => `${amountZh(number)}元`],
  [new RegExp(`(?<![\\d.,第])2(?=${counted})`, 'g'), () => '两'],
  [/\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g, (number = '') => amountZh(number)],
  [/(?<=[零〇一二三四五六七八九十百千万亿点日分年])\s?[-—–~～]{1,3}\s?(?=[零〇一二三四五六七八九十百])/g, () => '到'],
  [/㎡|m²/g, () => '平方米'],
  [/km²/g, () => '平方公里'],
  [/℃/g, () => '摄氏度'],
  [/\s?[（(]\s?/g, () => '，'],
  [/\s?[）)]\s?(?=[，。；！？、：]|$)/g, () => ''],
  [/\s?[）)]\s?/g, () => '，'],
]

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const turnsEn: readonly Turn[] = [
  [/[,;]? index number [\w./-]*\d/g, () => ''],
  [/https?:\/\/[^\s,;)]+/g, () => 'the address in the original'],
  [/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{0,63}\w/g, () => 'the mailbox in the original'],
  [new RegExp(`(\\d{1,2}) (${months}) (\\d{4})`, 'g'), (_, day = '', month = '', year = '') => `${dayEn(day, month)} ${yearEn(year)}`],
  [new RegExp(`(\\d{1,2}) (${months})`, 'g'), (_, day = '', month = '') => dayEn(day, month)],
  [new RegExp(`(${months}) (\\d{4})`, 'g'), (_, month = '', year = '') => `${month} ${yearEn(year)}`],
  [/(\d{1,2}):(\d{2})(?!\d)/g, (_, hour = '', minute = '') => timeEn(hour, minute)],
  [/(0\d{2,3})-(\d{7,8})(?!\d)/g, (_, area = '', number = '') => `${figuresEn(area)}, ${figuresEn(number)}`],
  [/(?<=\b(?:telephone|call|dial|hotline|ring) )(\d{3,11})\b/gi, (number = '') => figuresEn(number)],
  [
    /(?<=\b(?:in|of|since|by|until|from|for|before|after|year) )((?:19|20)\d{2})\b(?!,\d| (?:yuan|people|households|hectares))/g,
    (year = '') => yearEn(year),
  ],
  [/(?<![\d,.])(\d[\d,]*(?:\.\d+)?)\s?%/g, (_, number = '') => `${amountEn(number)} per cent`],
  [/\b(\d{1,2})(?:st|nd|rd|th)\b/g, (_, number = '') => ordinalEn(number)],
  [/(?<=\d)\s?[–—-]\s?(?=\d)/g, () => ' to '],
  [/\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g, (number = '') => amountEn(number)],
  [/ & /g, () => ' and '],
  [/\s?\(/g, () => ', '],
  [/\)(?=[,.;!?:]|$)/g, () => ''],
  [/\)\s?/g, () => ', '],
]

function spokenZh(text: string): string {
  return turned(text, turnsZh)
    .replace(/，{2,}/g, '，')
    .replace(/^，|(?<=[\p{Script=Han}，。])\s+(?=\p{Script=Han})/gu, '')
}

function spokenEn(text: string): string {
  return turned(text, turnsEn).replace(/, ,/g, ',').replace(/\s+/g, ' ').trim()
}

function turned(text: string, turns: readonly Turn[]): string {
  return turns.reduce((said, [form, say]) => said.replace(form, (...found) => say(...(found as string[]))), text)
}

function timeZh(hour: string, minute: string): string {
  return `${countZh(hour)}点${minute === '00' ? '' : `${minute.startsWith('0') ? '零' : ''}${countZh(minute)}分`}`
}

function timeEn(hour: string, minute: string): string {
  if (minute === '00') return Number(hour) <= 12 ? `${countEn(hour)} o’clock` : `${countEn(hour)} hundred hours`
  return `${countEn(hour)} ${minute.startsWith('0') ? `oh ${countEn(minute)}` : countEn(minute)}`
}

function dayEn(day: string, month: string): string {
  return `the ${ordinalEn(day)} of ${month}`
}
