import { readFileSync } from 'node:fs'
import { packageFile } from '../../host/package-file.ts'
import type { SiteAssets } from '../../site/render-site.ts'

/** The style and the scripts of pages, as they come with the package. */
export function readAssets(liveScript: string): SiteAssets {
  return {
    css: ['page.css', 'playground.css', 'controls.css'].map(style).join('\n'),
    plainCss: ['page.css', 'plain.css', 'controls.css'].map(style).join('\n'),
    pageScript: read('dist/browser/page.js'),
    playgroundScript: read('dist/browser/playground.js'),
    xmlScript: read('dist/browser/xml-body.js'),
    indexScript: read('dist/browser/index.js'),
    liveScript,
  }
}

/** The style and the script of a receiver's page. */
export function readReceivedAssets(): { readonly css: string; readonly script: string } {
  return {
    css: ['page.css', 'plain.css', 'controls.css', 'received.css'].map(style).join('\n'),
    script: read('dist/browser/received.js'),
  }
}

function style(name: string): string {
  return read(`assets/${name}`)
}

function read(path: string): string {
  return readFileSync(packageFile(path), 'utf8')
}
