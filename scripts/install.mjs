/** Installs the npm packages when they are missing or not those of package-lock.json. Quick when there is nothing to do. */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { arePackagesInstalled, installPackages, isNodeSupported } from './packages.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

if (!isNodeSupported(process.versions.node)) {
  console.error(
    `TN Compare needs Node 20.19 or later (22.12 or later of the 22 line), and this is Node ${process.versions.node}.`,
  )
  process.exit(1)
}

if (!arePackagesInstalled(root)) {
  const start = performance.now()
  console.log('Installing the npm packages of package-lock.json ...')
  try {
    await installPackages(root)
    console.log(`Installed in ${((performance.now() - start) / 1000).toFixed(1)} s.`)
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
