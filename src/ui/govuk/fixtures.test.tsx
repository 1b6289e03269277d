import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { h, type ComponentType } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import * as govuk from './index.ts'

/** The official component, ours, and how many fixtures it must at least be compared with, so that one that reads nothing fails. */
const ported: [string, ComponentType<never>, number][] = [
  ['accordion', govuk.Accordion, 13],
  ['back-link', govuk.BackLink, 7],
  ['breadcrumbs', govuk.Breadcrumbs, 12],
  ['button', govuk.Button, 38],
  ['character-count', govuk.CharacterCount, 34],
  ['checkboxes', govuk.Checkboxes, 42],
  ['date-input', govuk.DateInput, 50],
  ['details', govuk.Details, 10],
  ['error-message', govuk.ErrorMessage, 9],
  ['error-summary', govuk.ErrorSummary, 19],
  ['fieldset', govuk.Fieldset, 18],
  ['file-upload', govuk.FileUpload, 22],
  ['generic-header', govuk.GenericHeader, 7],
  ['hint', govuk.Hint, 6],
  ['input', govuk.Input, 45],
  ['inset-text', govuk.InsetText, 6],
  ['label', govuk.Label, 17],
  ['language-navigation', govuk.LanguageNavigation, 13],
  ['notification-banner', govuk.NotificationBanner, 21],
  ['pagination', govuk.Pagination, 15],
  ['panel', govuk.Panel, 19],
  ['password-input', govuk.PasswordInput, 12],
  ['phase-banner', govuk.PhaseBanner, 7],
  ['radios', govuk.Radios, 43],
  ['select', govuk.Select, 19],
  ['service-navigation', govuk.ServiceNavigation, 33],
  ['skip-link', govuk.SkipLink, 9],
  ['summary-list', govuk.SummaryList, 30],
  ['table', govuk.Table, 21],
  ['tabs', govuk.Tabs, 14],
  ['tag', govuk.Tag, 12],
  ['task-list', govuk.TaskList, 11],
  ['textarea', govuk.Textarea, 18],
  ['warning-text', govuk.WarningText, 8],
]

interface Fixture {
  name: string
  options: Record<string, unknown>
  html: string
}

describe.each(ported)('%s', (name, component, floor) => {
  const fixtures = fixturesOf(name)

  it(`is compared with at least ${floor} official fixtures`, () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(floor)
  })

  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
    'draws the fixture "%s" as the official component does',
    (_, fixture) => {
      const drawn = render(h(component as ComponentType<Record<string, unknown>>, fixture.options))
      expect(outline(drawn)).toBe(outline(fixture.html))
    },
  )
})

function fixturesOf(component: string): Fixture[] {
  const path = createRequire(import.meta.url).resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`)
  return (JSON.parse(readFileSync(path, 'utf8')) as { fixtures: Fixture[] }).fixtures
}

/**
 * A text that is equal for two pieces of markup when a browser would show and say the same: parsed as HTML, attributes in the order of
 * their names, white space folded as on a page (a space between two words of a line counts, one at the edge of a box does not).
 */
function outline(html: string): string {
  const lines: string[] = []
  let space: 'edge' | 'pending' | 'none' = 'edge' // what stands between the last word of the line and the next
  const text = (value: string) => {
    const folded = value.replace(/[ \t\n\f\r]+/g, ' ')
    const words = folded.replace(/^ | $/g, '')
    if (folded.startsWith(' ') && space === 'none') space = 'pending'
    if (words === '') return
    lines.push(JSON.stringify((space === 'pending' ? ' ' : '') + words))
    space = folded.endsWith(' ') ? 'pending' : 'none'
  }
  const walk = (node: Tree.ChildNode, verbatim: boolean) => {
    if ('value' in node) return verbatim ? void lines.push(JSON.stringify(node.value)) : text(node.value)
    if (!('tagName' in node)) return
    const isBox = !inline.has(node.tagName)
    if (isBox) space = 'edge'
    lines.push(`<${node.tagName}${attributesOf(node)}>`)
    for (const child of node.childNodes) walk(child, node.tagName === 'textarea')
    if (isBox) space = 'edge'
    lines.push(`</${node.tagName}>`)
  }
  for (const node of parseFragment(html).childNodes) walk(node, false)
  return lines.join('\n')
}

const inline = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'small', 'span', 'strong'])

function attributesOf(element: Tree.Element): string {
  return element.attrs
    .map(({ name, value }) => ` ${name}=${JSON.stringify(name === 'class' ? value.trim().replace(/\s+/g, ' ') : value)}`)
    .sort()
    .join('')
}
