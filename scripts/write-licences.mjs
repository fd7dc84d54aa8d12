/**
 * `npm run write-licences`: writes the list of packages under About (src/features/about/licences.json), the words of
 * their licences (public/licences.txt) and the bill of materials (docs/sbom.cdx.json, CycloneDX, by npm itself).
 * Run it after a change of dependencies; a test says when that was forgotten.
 */
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { licenceText, shippedPackages } from './shippedPackages.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

async function writeTexts(packages) {
  const byText = new Map()
  for (const { name, version, licence, path } of packages) {
    const text = (await licenceText(root, path)) || `Licence: ${licence}. The package holds no text of it.`
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`])
  }
  const parts = [...byText].map(([text, names]) => `${names.join(', ')}\n\n${text}`)
  const line = `\n\n${'-'.repeat(80)}\n\n`
  await writeFile(
    `${root}public/licences.txt`,
    `TN Compare is built with these packages.${line}${parts.join(line)}\n`,
  )
}

/**
 * npm's own bill, cut to what is shipped: its "--omit dev" leaves out packages that a tool asks for too, vue itself
 * among them. What differs from run to run and from folder to folder is left out.
 */
async function writeBill(packages) {
  const options = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only']
  const { stdout } = await promisify(execFile)('npm', options, { cwd: root, maxBuffer: 64 * 1024 * 1024 })
  const bill = JSON.parse(stdout)
  delete bill.serialNumber
  delete bill.metadata.timestamp
  bill.metadata.component.name = 'tn-compare'
  const shipped = new Set(packages.map(({ name, version }) => `${name}@${version}`))
  bill.components = bill.components.filter(({ name, version }) => shipped.has(`${name}@${version}`))
  const kept = new Set([bill.metadata.component['bom-ref'], ...bill.components.map((one) => one['bom-ref'])])
  bill.dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn?.filter((other) => kept.has(other)) ?? [] }))
  await writeFile(`${root}docs/sbom.cdx.json`, `${JSON.stringify(bill, null, 2)}\n`)
  return bill.components.length
}

const packages = await shippedPackages(root)
const list = packages.map(({ name, version, licence }) => ({ name, version, licence }))
await writeFile(`${root}src/features/about/licences.json`, `${JSON.stringify(list, null, 2)}\n`)
await writeTexts(packages)
const components = await writeBill(packages)
console.log(`Written: ${list.length} licences, ${components} components in docs/sbom.cdx.json`)
