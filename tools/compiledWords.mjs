import { compileMessage } from '@lingui/message-utils/compileMessage'

const CATALOGUE = /\/src\/words\/[a-z]{2}\/[A-Za-z]+\.ts$/

/**
 * Turns the messages of a catalogue ("{count, plural, one {# person} other {# people}}") into what the library reads,
 * while the app is built, so that no parser travels to the browser.
 *
 * @returns {import('vite').Plugin}
 */
export function compiledWords() {
  return {
    name: 'compiled-words',
    enforce: 'post',
    async transform(code, id) {
      if (!CATALOGUE.test(id.split('?')[0])) return undefined
      // A catalogue is one plain object and imports nothing, so it can be read as it stands.
      const address = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
      const { default: messages } = await import(address)
      const compiled = Object.entries(messages).map(([key, message]) => [key, compileMessage(message)])
      return { code: `export default ${JSON.stringify(Object.fromEntries(compiled))}`, map: null }
    },
  }
}
