import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { demoUrl, describeWithBrowser, openBrowser, signIn, words } from '../support/browser.ts'
import { approve, clear, fill, press, sign } from '../support/hands.ts'
import { addDays, asDay } from '../../src/kernel/day.ts'
import { journeyDay } from '../support/running-site.ts'

const title = '关于开放冬季应急取暖点的通知'
const last = addDays(asDay(journeyDay), 30)

describeWithBrowser('a system of a unit hands in what people then release', () => {
  const chrome = openBrowser()

  it('from the token in the browser to the public page', async () => {
    const t = words.zh
    const operator = await chrome.newPage({ lang: 'zh', javaScript: false })
    await signIn(operator, 'luoan', { lang: 'zh', next: '/desk/systems' })
    await press(operator, t('accounts.systems.new'))
    await fill(operator, { [t('accounts.systems.name')]: '信息报送系统', [t('accounts.systems.responsible')]: 'linxiao' })
    await operator.getByLabel(t('accounts.unit'), { exact: true }).selectOption('emergency')
    for (const scope of ['read-desk', 'documents-write', 'files-write'] as const)
      await operator.getByLabel(t(`accounts.scope.${scope}`), { exact: true }).check()
    await fill(operator, { [t('accounts.until')]: last })
    await press(operator, t('accounts.systems.issue'))
    const token = (await operator.getByLabel(t('accounts.token.label')).textContent()) ?? ''
    expect(token).toMatch(/^gk_[0-9a-f]{16}_/)

    const call = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
      fetch(`${demoUrl()}/api/v1${path}`, { method: 'POST', headers: { authorization: `Bearer ${token}`, ...headers }, body })
    const json = { 'content-type': 'application/json', 'idempotency-key': 'journey-2026-1' }
    const draft = JSON.stringify({
      ...{ unit: 'emergency', title, summary: '寒潮期间开放取暖点。', subject: '20', genre: 'notice', served: 'citizens' },
      ...{ body: '寒潮预警期间，各社区服务中心作为应急取暖点全天开放，市民可以凭需要进入。', formedOn: journeyDay },
    })
    const [first, second] = [await call('/drafts', draft, json), await call('/drafts', draft, json)]
    expect([first.status, second.status]).toEqual([201, 201])
    const { id, findings } = (await first.json()) as { id: number; findings: { weight: string }[] }
    expect((await second.json()) as { id: number }).toMatchObject({ id })
    expect(findings.filter(({ weight }) => weight !== 'advice')).toEqual([])

    const bytes = Buffer.from('各社区服务中心地址')
    const digest = createHash('sha256').update(bytes).digest('base64')
    const file = await call(`/drafts/${id}/files?name=${encodeURIComponent('取暖点.txt')}`, Uint8Array.from(bytes), {
      ...{ 'content-type': 'text/plain', 'content-digest': `sha-256=:${digest}:`, 'idempotency-key': 'journey-2026-2' },
    })
    expect(file.status).toBe(201)
    const submit = () =>
      call(`/drafts/${id}/submit`, '{}', {
        ...{ ...json, 'idempotency-key': 'journey-2026-3', 'if-match': file.headers.get('etag') ?? '' },
      })
    let submitted = await submit()
    // The file is still being looked into: a client asks again, under the same key.
    for (let tries = 0; tries < 60 && submitted.status === 409; tries++) {
      await new Promise((later) => setTimeout(later, 1000))
      submitted = await submit()
    }
    expect(submitted.status).toBe(200)

    const writer = await chrome.newPage({ lang: 'zh', javaScript: false })
    await signIn(writer, 'linxiao', { lang: 'zh', next: `/desk/documents/${id}` })
    await writer.getByText('信息报送系统').first().waitFor()
    await approve(chrome, title, 'zh')
    await clear(chrome, title, 'zh')
    await sign(chrome, title, 'zh')
    const state = await fetch(`${demoUrl()}/api/v1/drafts/${id}`, { headers: { authorization: `Bearer ${token}` } })
    const { stage, url } = (await state.json()) as { stage: string; url: string }
    expect(stage).toBe('released')
    await expect.poll(async () => (await fetch(url.replace(/^https?:\/\/[^/]+/, demoUrl()))).status).toBe(200)
  })

  it('and no more when the token is revoked, in English', async () => {
    const t = words.en
    const operator = await chrome.newPage({ javaScript: false, width: 375 })
    await signIn(operator, 'luoan', { next: '/desk/systems' })
    await operator.getByRole('link', { name: '应急管理局协同办公系统' }).click()
    await press(operator, t('accounts.system.revoke'))
    await operator.getByRole('alert').getByText(t('accounts.refused.reason-missing')).waitFor()
    await fill(operator, { [t('accounts.reason')]: 'Replaced by another system' })
    await press(operator, t('accounts.system.revoke'))
    await operator.getByText(t('accounts.done.revoked')).waitFor()
    await operator.getByText(t('accounts.systems.state.revoked')).first().waitFor()
  })

  it('and the page of the API explains every problem that its answers name', async () => {
    const problem = (await (await fetch(`${demoUrl()}/api/v1/drafts`)).json()) as { type: string }
    const page = await chrome.newPage({ javaScript: false })
    await page.goto(problem.type.replace(/^https?:\/\/[^/]+/, `${demoUrl()}/en`))
    await page
      .locator(`#${problem.type.split('#')[1]}`)
      .getByText(words.en('platform.problem.token-missing'))
      .waitFor()
  })
})
