import { HtmlValidate } from 'html-validate'
import type { Page, Response } from 'playwright-core'
import { axe } from './browser.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    ...{ 'void-style': 'off', 'doctype-style': 'off', 'long-title': 'off' },
    // A list may have a name; links that look like buttons are the design system's; a telephone number is copied as it stands.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    'prefer-native-element': ['error', { exclude: ['button', 'region'] }],
    'tel-non-breaking': 'off',
    // A screen in a hall turns its pages without script too; axe still looks for it on every page that has one.
    'meta-refresh': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
  },
})

const keyLike =
  /\b(ui|desk|portal|account|reports|applications|apply|publishing|catalogue|accounts|organisations|channels|platform|checks|journal|text|commands)\.[a-z-]+\.[a-z.-]+/g

const desk = { width: 1280, height: 900 }
const phone = { width: 375, height: 812 }

/**
 * Everything that is wrong with the page that this answer brought, in words; empty is good. Axe looks at it as wide as it is, everything
 * else as wide as a desk and as a phone. The page stays as it was looked at last, so that axe sees every second page on a phone.
 */
export async function faultsOn(page: Page, answer: Response, { colours = true } = {}): Promise<string[]> {
  const isPhone = page.viewportSize()?.width === phone.width
  const found = [...(await axe(page, { colours })), ...(await wrongMarkup(await answer.text())), ...(await wrongToSee(page))]
  await page.setViewportSize(isPhone ? desk : phone)
  return [...found, ...(await wrongToSee(page))]
}

async function wrongMarkup(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  const messages = report.results.flatMap((result) => result.messages)
  return messages.map(({ ruleId, message, selector }) => `markup, ${ruleId}: ${message} at ${selector ?? 'the page'}`)
}

/** What is wider than the window, and keys in the place of words. Boxes that scroll by themselves may hold wide tables. */
async function wrongToSee(page: Page): Promise<string[]> {
  const { wide, shown } = await page.evaluate(() => {
    const [width, needed] = [document.documentElement.clientWidth, document.documentElement.scrollWidth]
    const scrolls = (element: Element): boolean => {
      for (let above = element.parentElement; above !== null && above !== document.body; above = above.parentElement) {
        if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(above).overflowX)) return true
      }
      return false
    }
    const outside = (): string[] =>
      [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > width + 1 && !scrolls(one))
        .map((one) => `<${one.tagName.toLowerCase()} class="${one.getAttribute('class') ?? ''}">`)
    return {
      wide: needed <= width ? [] : [`${needed} px wide in a window of ${width} px: ${outside().slice(0, 5).join(' ')}`],
      shown: `${document.title}\n${document.body.innerText}`,
    }
  })
  return [...wide, ...new Set([...shown.matchAll(keyLike)].map(([key]) => `a key instead of words: ${key}`))]
}
