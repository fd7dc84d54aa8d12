/** Reads files of a folder, or of a folder as it was at a commit, for the commands on data. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** @param {string} path as it was typed; npm runs scripts elsewhere than they were called */
export function typedPath(path) {
  return resolve(process.env.INIT_CWD ?? '.', path)
}

/** @param {string} folder */
export function readerOfFolder(folder) {
  return async (/** @type {string} */ file) => {
    try {
      return new Uint8Array(await readFile(join(folder, file)))
    } catch (error) {
      const why = error.code === 'ENOENT' ? `there is no such file in ${folder}` : error.message
      throw new Error(why, { cause: error })
    }
  }
}

/**
 * The commit that brought the version a folder has now: the folder as it was last released.
 *
 * @param {string} folder
 * @param {string} version
 * @returns {Promise<string | undefined>} undefined outside of a repository, or where no commit brought it
 */
export async function commitOfVersion(folder, version) {
  try {
    const words = ['log', '-1', '--format=%H', `-S"version": "${version}"`, '--', 'datapackage.json']
    const { stdout } = await run('git', words, { cwd: folder })
    return stdout.trim() || undefined
  } catch {
    return undefined
  }
}

/**
 * @param {string} folder
 * @param {string} commit
 */
export async function readerOfCommit(folder, commit) {
  const { stdout } = await run('git', ['rev-parse', '--show-toplevel'], { cwd: folder })
  const root = stdout.trim()
  const place = relative(root, folder).split('\\').join('/')
  return async (/** @type {string} */ file) => {
    const { stdout: content } = await run('git', ['show', `${commit}:${place}/${file}`], {
      cwd: root,
      encoding: 'buffer',
      maxBuffer: 1e9,
    })
    return new Uint8Array(content)
  }
}
