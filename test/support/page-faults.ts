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
  /\b(ui|desk|portal|applications|apply|publishing|catalogue|accounts|organisations|channels|platform|checks|journal|text|commands)\.[a-z-]+\.[a-z.-]+/g

const phone = { width: 375, height: 812 }
const desk = { width: 1280, height: 900 }

/** Everything that is wrong with the page that this answer brought, in words; empty is good. Leaves the page as wide as a desk. */
export async function faultsOn(page: Page, answer: Response, { colours = true } = {}): Promise<string[]> {
  await page.setViewportSize(desk)
  const [found, markup] = [await axe(page, { colours }), await wrongMarkup(await answer.text())]
  await page.setViewportSize(phone)
  const [wide, keys] = [await sticksOut(page), await untranslated(page)]
  await page.setViewportSize(desk)
  return [...found, ...markup, ...wide, ...keys]
}

async function wrongMarkup(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  const messages = report.results.flatMap((result) => result.messages)
  return messages.map(({ ruleId, message, selector }) => `markup, ${ruleId}: ${message} at ${selector ?? 'the page'}`)
}

/** What is wider than a phone: nobody should have to push a page to and fro. Boxes that scroll by themselves may hold wide tables. */
async function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate((width) => {
    if (document.documentElement.scrollWidth <= width) return []
    const scrolls = (element: Element): boolean => {
      for (let above = element.parentElement; above !== null && above !== document.body; above = above.parentElement) {
        if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(above).overflowX)) return true
      }
      return false
    }
    const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > width + 1 && !scrolls(one))
    const names = wide.slice(0, 5).map((one) => `<${one.tagName.toLowerCase()} class="${one.getAttribute('class') ?? ''}">`)
    return [`${document.documentElement.scrollWidth} px wide on a phone of ${width} px: ${names.join(' ')}`]
  }, phone.width)
}

async function untranslated(page: Page): Promise<string[]> {
  const shown = `${await page.title()}\n${await page.locator('body').innerText()}`
  return [...new Set(shown.match(keyLike) ?? [])].map((key) => `a key instead of words: ${key}`)
}
