import { askAhead, readServedFile } from '@/stores/readServedFile'
import { afterEach, describe, expect, it, vi } from 'vitest'

function serverAnswers(body: string, init: ResponseInit = {}) {
  const fetched = vi.fn(async () => new Response(body, { headers: { 'content-type': 'text/csv' }, ...init }))
  vi.stubGlobal('fetch', fetched)
  return fetched
}

afterEach(() => vi.unstubAllGlobals())

describe('readServedFile', () => {
  it('gives the bytes as they are, and asks the server each time whether they have changed', async () => {
    const fetched = serverAnswers('id,name\na,Ä\n')
    expect(new TextDecoder().decode(await readServedFile('groups.csv'))).toBe('id,name\na,Ä\n')
    expect(fetched).toHaveBeenCalledWith('/data/groups.csv', { cache: 'no-cache' })
  })

  it('says that a file is not there', async () => {
    serverAnswers('', { status: 404 })
    await expect(readServedFile('groups.csv')).rejects.toThrow(
      'data/groups.csv is not on the server (status 404)',
    )
  })

  it('names the status of any other refusal', async () => {
    serverAnswers('', { status: 503 })
    await expect(readServedFile('groups.csv')).rejects.toThrow('the server answered with status 503')
  })

  it.each([
    ['by its type', 'id\n', { headers: { 'content-type': 'text/html; charset=utf-8' } }],
    ['by its first words', '\n <!DOCTYPE html><title>App</title>', {}],
  ])('refuses a web page in place of a table, known %s', async (_, body, init) => {
    serverAnswers(body, init)
    await expect(readServedFile('groups.csv')).rejects.toThrow(
      'it answered with a web page instead of the file',
    )
  })

  it('says that an answer broke off', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('id,na'))
        controller.error(new TypeError('network error'))
      },
    })
    vi.stubGlobal('fetch', async () => new Response(body, { headers: { 'content-type': 'text/csv' } }))
    await expect(readServedFile('groups.csv')).rejects.toThrow('the answer of the server broke off')
  })

  it('says that the server gave no answer', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    await expect(readServedFile('groups.csv')).rejects.toThrow('the server gave no answer')
  })
})

describe('askAhead', () => {
  it('asks at once, and serves the first reading only: later ones ask whether the file has changed', async () => {
    const fetched = serverAnswers('id\na\n')
    askAhead(['groups.csv', 'terms.csv'])
    expect(fetched).toHaveBeenCalledTimes(2)
    await readServedFile('groups.csv')
    await readServedFile('terms.csv')
    expect(fetched).toHaveBeenCalledTimes(2)
    await readServedFile('groups.csv')
    expect(fetched).toHaveBeenCalledTimes(3)
  })

  it('tells the reader of the file that no answer came', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    askAhead(['groups.csv'])
    await new Promise((resolve) => setTimeout(resolve))
    await expect(readServedFile('groups.csv')).rejects.toThrow('the server gave no answer')
  })
})
