import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { MagicString, babelParse, parse, walk } from 'vue/compiler-sfc'
import { asMarkup, messageExpression, messageMarkup, plainText } from './messageCode.mjs'

const READ = /\/src\/.*\.(vue|ts)$/
const CATALOGUE = /^@\/words\/interface\/([A-Za-z]+)$/
const INTERPOLATION = 5
const DIRECTIVE = 7

const parseScript = (code) => babelParse(code, { sourceType: 'module', plugins: ['typescript'] }).program

/** The words of a text in quotes, or of a template of JavaScript without places. */
function textOf(node) {
  if (node.type === 'StringLiteral') return node.value
  if (node.type === 'TemplateLiteral' && node.quasis.length === 1) return node.quasis[0].value.cooked
  throw new Error('A message of src/words/interface is a text as it stands.')
}

/**
 * @param {string} code a file of src/words/interface
 * @returns {Readonly<Record<string, string>>} its messages
 */
export function messagesOf(code) {
  let found
  walk(parseScript(code), {
    enter(node) {
      if (node.type === 'CallExpression' && node.callee.name === 'written') found = node.arguments[0]
    },
  })
  if (!found) throw new Error('A file of src/words/interface has one call of "written".')
  return Object.fromEntries(found.properties.map(({ key, value }) => [key.name ?? key.value, textOf(value)]))
}

/** Code of a template: an expression, or the statements of a handler. What is neither (v-for, v-slot) can say nothing. */
function parseCode(code) {
  try {
    return { tree: parseScript(`(${code}\n)`), shift: 1 }
  } catch {
    try {
      return { tree: parseScript(code), shift: 0 }
    } catch {
      throw new Error(`${code} is neither an expression nor a handler: say its words in the script.`)
    }
  }
}

/** The outermost calls of catalogues in a tree, each with the words that stand for it. */
function callsIn(tree, catalogues) {
  const calls = []
  walk(tree, {
    enter(node) {
      const messages = node.type === 'CallExpression' ? catalogues.get(node.callee.name) : undefined
      if (!messages) return
      calls.push({ node, messages })
      this.skip()
    },
  })
  return calls
}

/** The message that a call names, and the code of each value; a value may itself be said by a catalogue. */
function readCall({ node, messages }, code, shift, catalogues) {
  const sliceOf = ({ start, end }) => code.slice(start - shift, end - shift)
  const [id, given] = node.arguments
  const message = id?.type === 'StringLiteral' ? messages[id.value] : undefined
  if (message === undefined) throw new Error(`${sliceOf(node)} names no message of its catalogue.`)
  const values = (given?.properties ?? []).map(({ key, value }) => [
    key.name ?? key.value,
    writeCode(sliceOf(value), catalogues),
  ])
  return { message, values: Object.fromEntries(values), start: node.start - shift, end: node.end - shift }
}

function readCalls({ tree, shift }, code, catalogues) {
  return callsIn(tree, catalogues).map((call) => readCall(call, code, shift, catalogues))
}

/** @returns {string} the code with the words in place of each call */
function writeCode(code, catalogues) {
  const parsed = parseCode(code)
  return readCalls(parsed, code, catalogues).reduceRight(
    (written, { start, end, message, values }) =>
      written.slice(0, start) + messageExpression(message, values) + written.slice(end),
    code,
  )
}

/** The one call that a piece of a template is, if it is nothing else. */
function onlyCall(code, catalogues) {
  const parsed = parseCode(code)
  const [call] = readCalls(parsed, code, catalogues)
  return call && code.trim() === code.slice(call.start, call.end) ? call : undefined
}

function writeInterpolation(node, file, catalogues) {
  const code = node.content.loc.source
  const call = onlyCall(code, catalogues)
  const { start, end } = node.loc
  if (call) file.overwrite(start.offset, end.offset, messageMarkup(call.message, call.values))
  else file.overwrite(start.offset, end.offset, `{{ ${writeCode(code, catalogues)} }}`)
}

/** An attribute that is bound to words without places is an attribute as it stands. */
function writeDirective(node, file, catalogues) {
  const code = node.exp.loc.source
  const call = node.name === 'bind' && node.arg?.isStatic ? onlyCall(code, catalogues) : undefined
  const words = call && plainText(call.message)
  if (words === undefined) {
    file.overwrite(node.exp.loc.start.offset, node.exp.loc.end.offset, writeCode(code, catalogues))
  } else {
    file.overwrite(node.loc.start.offset, node.loc.end.offset, `${node.arg.content}="${asMarkup(words)}"`)
  }
}

function writeTemplate(node, file, catalogues) {
  const says = ({ loc }) => [...catalogues.keys()].some((name) => loc.source.includes(`${name}(`))
  for (const property of node.props ?? []) {
    if (property.type === DIRECTIVE && property.exp && says(property))
      writeDirective(property, file, catalogues)
  }
  if (node.type === INTERPOLATION && says(node)) writeInterpolation(node, file, catalogues)
  for (const child of node.children ?? []) writeTemplate(child, file, catalogues)
}

/** Writes the words into a script; the import of the catalogue goes, for nothing is left to import. */
function writeScript(code, offset, file, catalogues) {
  const tree = parseScript(code)
  for (const statement of tree.body) {
    if (statement.type === 'ImportDeclaration' && CATALOGUE.test(statement.source.value)) {
      file.remove(offset + statement.start, offset + statement.end)
    }
  }
  for (const { start, end, message, values } of readCalls({ tree, shift: 0 }, code, catalogues)) {
    file.overwrite(offset + start, offset + end, messageExpression(message, values))
  }
}

/** The local names under which a script imports catalogues, and what these are called. */
function importsOf(code) {
  return parseScript(code).body.flatMap((statement) => {
    const part =
      statement.type === 'ImportDeclaration' ? CATALOGUE.exec(statement.source.value)?.[1] : undefined
    return part ? statement.specifiers.map(({ local }) => ({ local: local.name, part })) : []
  })
}

/**
 * @param {string} code a module of the app
 * @param {boolean} isComponent whether it is a single-file component
 * @param {(part: string) => Promise<Readonly<Record<string, string>>>} messagesFor reads a catalogue
 * @returns {Promise<MagicString | undefined>} the module with its words written into it; nothing where it says none
 * @throws Error when a call names no message, or its values are not those that the message asks for
 */
export async function writeWords(code, isComponent, messagesFor) {
  const component = isComponent ? parse(code, { ignoreEmpty: true }).descriptor : undefined
  const scripts = component
    ? [component.script, component.scriptSetup].flatMap((block) =>
        block ? [{ code: block.content, offset: block.loc.start.offset }] : [],
      )
    : [{ code, offset: 0 }]
  const imports = scripts.flatMap((script) => importsOf(script.code))
  if (imports.length === 0) return undefined
  const read = imports.map(async ({ local, part }) => [local, await messagesFor(part)])
  const catalogues = new Map(await Promise.all(read))
  const file = new MagicString(code)
  for (const script of scripts) writeScript(script.code, script.offset, file, catalogues)
  if (component?.template?.ast) writeTemplate(component.template.ast, file, catalogues)
  return file
}

/**
 * Writes the words of the clinician's interface (src/words/interface) where they are said, while the app is built,
 * tested or served: one place for all of them, and nothing more for the browser to fetch or work out.
 *
 * @returns {import('vite').Plugin}
 */
export function writtenWords() {
  const folder = fileURLToPath(new URL('../src/words/interface/', import.meta.url))
  return {
    name: 'written-words',
    enforce: 'pre',
    async transform(code, id) {
      if (!READ.test(id) || !code.includes('@/words/interface/')) return undefined
      const file = await writeWords(code, id.endsWith('.vue'), async (part) => {
        const path = `${folder}${part}.ts`
        this.addWatchFile(path)
        return messagesOf(await readFile(path, 'utf8'))
      })
      return file && { code: file.toString(), map: file.generateMap({ hires: 'boundary' }) }
    },
  }
}
