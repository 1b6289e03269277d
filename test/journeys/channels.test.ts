import sharp from 'sharp'
import { expect, it } from 'vitest'
import { describeWithBrowser, openBrowser, signIn, words } from '../support/browser.ts'
import { optional, press } from '../support/hands.ts'
import { journeyDay } from '../support/running-site.ts'

/** A photo as a telephone takes it, with the place in it. */
const photo = async () => ({
  name: 'wall.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 900, height: 700, channels: 3, background: '#b9a67f' } })
    .withExif({ IFD3: { GPSLatitude: '31/1 12/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer(),
})

describeWithBrowser('from a document to the village wall, without JavaScript', () => {
  const chrome = openBrowser()

  it('the clerk prints the sheet, proves from a phone that it hangs, and a neighbour sees where', async () => {
    const t = words.zh
    const phone = await chrome.newPage({ lang: 'zh', javaScript: false, width: 375 })
    await signIn(phone, 'tianhe', { lang: 'zh' })
    const sections = phone.getByRole('navigation', { name: t('ui.desk.nav.label') })
    const carriers = sections.getByRole('link', { name: t('ui.desk.nav.channels'), exact: true })
    expect(await carriers.isVisible(), 'the sections are folded on a phone').toBe(false)
    await sections.getByRole('link', { name: t('ui.desk.nav.open'), exact: true }).click()
    expect(await carriers.isVisible()).toBe(true)
    await sections.getByRole('link', { name: t('ui.desk.nav.close'), exact: true }).click()
    expect(await carriers.isVisible()).toBe(false)
    await sections.getByRole('link', { name: t('ui.desk.nav.open'), exact: true }).click()
    await carriers.click()
    await phone.getByRole('link', { name: '柳溪村村务公开栏', exact: true }).click()
    const due = phone.getByRole('region', { name: t('channels.due.title') })
    const link = due.getByRole('link', { name: t('channels.print.sheet') }).first()
    const address = (await link.getAttribute('href')) ?? ''
    const sheet = await phone.request.get(address)
    expect(sheet.headers()['content-type']).toBe('application/pdf')
    expect((await sheet.body()).subarray(0, 5).toString()).toBe('%PDF-')

    const indexNumber = /\/print\/a4\/([^?]+)/.exec(address)?.[1] ?? ''
    const code = new URL(address, 'http://127.0.0.1').searchParams.get('carrier')
    await phone.goto(`/zh/desk/channels/${code}/post?document=${encodeURIComponent(indexNumber)}`)
    const title = (await phone.locator('label[for="documents"]').innerText()).trim()
    expect(await phone.getByLabel(title, { exact: true }).isChecked(), 'the code on the sheet has chosen the document').toBe(true)
    await phone.getByLabel(optional('zh', t('channels.post.photo'))).setInputFiles(await photo())
    await phone.getByLabel(t('channels.post.open-yes'), { exact: true }).check()
    await phone.getByLabel(t('channels.post.on'), { exact: true }).fill('2027-01-01')
    await press(phone, t('channels.post.save'))
    expect(await phone.getByRole('alert').innerText()).toContain(t('channels.refused.in-future'))
    await phone.getByText(t('channels.post.photo-kept')).waitFor()
    await phone.getByLabel(t('channels.post.on'), { exact: true }).fill(journeyDay)
    await phone.getByLabel(t('channels.post.time'), { exact: true }).fill('00:00')
    await press(phone, t('channels.post.save'))
    await phone.getByText(t('channels.done.posted')).waitFor()

    const neighbour = await chrome.newPage({ lang: 'zh', javaScript: false, width: 375 })
    await neighbour.goto(`/zh/documents/${indexNumber}`)
    await neighbour
      .getByRole('region', { name: t('channels.paper.title') })
      .getByRole('link', { name: '柳溪村村务公开栏' })
      .click()
    await neighbour.getByRole('link', { name: title }).first().waitFor()
    const shown = await neighbour.locator('figure.gk-photo img').first().getAttribute('src')
    const bytes = await (await neighbour.request.get(shown ?? '')).body()
    expect((await sharp(bytes).metadata()).exif, 'the place was taken out of the photo').toBeUndefined()
    await neighbour.goto(`/zh/scripts/${indexNumber}`)
    await neighbour.getByText('播送完毕。', { exact: true }).waitFor()
  })

  it('the office composes an issue of the gazette, and whoever publishes it makes it public for everybody', async () => {
    const t = words.en
    const desk = await chrome.newPage({ lang: 'en', javaScript: false })
    await signIn(desk, 'suwen', { lang: 'en', next: '/desk/channels?kind=gazette' })
    await desk.getByRole('link', { name: 'Gazette of Mingchuan City People’s Government' }).click()
    await desk
      .getByRole('button', { name: t('channels.issue.new-link') })
      .or(desk.getByRole('link', { name: t('channels.issue.new-link') }))
      .click()
    await desk.getByLabel(t('channels.issue.number'), { exact: true }).fill('90')
    await press(desk, t('channels.issue.begin'))
    await desk.getByText(t('channels.done.composed')).waitFor()
    // The newest may be one that another journey released tomorrow.
    const oldest = desk.locator('input[name="add"]').last()
    const chosen = (await desk.locator(`label[for="${await oldest.getAttribute('id')}"]`).innerText()).trim()
    await oldest.check()
    await desk.getByLabel(t('channels.issue.section-of-new'), { exact: true }).fill('Documents of the city government')
    await press(desk, t('channels.issue.save'))
    await desk.getByText(t('channels.done.arranged')).waitFor()
    await press(desk, t('channels.issue.publish'))
    await desk.getByText(t('channels.done.published')).waitFor()

    const reader = await chrome.newPage({ lang: 'en', javaScript: false, width: 375 })
    await reader.goto('/en/gazettes')
    await reader.getByRole('link', { name: t('channels.issue.name', { year: 2026, number: 90 }), exact: true }).click()
    await reader.getByRole('heading', { name: 'Documents of the city government' }).waitFor()
    const whole = await reader.request.get((await reader.getByRole('link', { name: t('channels.issue.whole') }).getAttribute('href')) ?? '')
    expect((await whole.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await reader.getByRole('link', { name: chosen }).click()
    await reader
      .getByRole('region', { name: t('channels.paper.title') })
      .getByText('2026-90')
      .waitFor()
  })
})
