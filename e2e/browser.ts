import { execFile } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import sparticuz, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

/**
 * A real browser on any Linux machine: Chromium from npm, Chinese fonts from npm by a fonts.conf of its own. Where the system
 * lacks Chromium's libraries (nss, …), the ones packed beside it are used. FAHENG_CHROMIUM names another browser.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['FAHENG_CHROMIUM'] ?? (await sparticuz.executablePath())
  const fonts = await fontsFolder()
  const env = { ...process.env, FONTCONFIG_FILE: join(fonts, 'fonts.conf') } as Record<string, string>
  const folder = join(tmpdir(), 'al2023', 'lib')
  if (!(await starts(executablePath, env))) {
    if (!existsSync(folder)) await inflate(join(packageFolder('@sparticuz/chromium'), 'bin', 'al2023.tar.br'))
    env['LD_LIBRARY_PATH'] = [folder, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  }
  // Not the package's own flags: those are for Lambda (one process, no same-origin policy) and would test another browser.
  const browser = await chromium.launch({ executablePath, env, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', '--lang=zh-CN'] })
  browser.once('disconnected', () => rmSync(fonts, { recursive: true, force: true }))
  return browser
}

const starts = (executable: string, env: Record<string, string>): Promise<boolean> =>
  promisify(execFile)(executable, ['--version'], { env }).then(() => true, () => false)

/** Noto Sans and Serif SC before whatever the machine has. */
async function fontsFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'faheng-fonts-'))
  await mkdir(join(folder, 'cache'))
  const folders = ['@expo-google-fonts/noto-sans-sc', '@expo-google-fonts/noto-serif-sc'].map(packageFolder)
  await writeFile(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${[...folders, '/usr/share/fonts'].map((each) => `<dir>${each}</dir>`).join('\n')}
<cachedir>${join(folder, 'cache')}</cachedir>
${prefer('sans-serif', 'Noto Sans SC')}${prefer('system-ui', 'Noto Sans SC')}${prefer('serif', 'Noto Serif SC')}${prefer('monospace', 'DejaVu Sans Mono')}
</fontconfig>`,
  )
  return folder
}

const prefer = (family: string, font: string): string => `<alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>\n`

const packageFolder = (name: string): string => {
  const require = createRequire(import.meta.url)
  const found = require.resolve.paths(name)?.map((each) => join(each, name)).find((each) => existsSync(join(each, 'package.json')))
  return found ?? dirname(require.resolve(name))
}
