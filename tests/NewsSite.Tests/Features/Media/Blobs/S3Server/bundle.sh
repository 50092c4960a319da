#!/usr/bin/env bash
# Makes s3server.js and LICENSES.txt anew from the npm packages (see the README).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/{entry.js,quiet.js} "$work"
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --ignore-scripts @20minutes/s3rver@5.0.0 esbuild@0.28.2 >/dev/null
node "$here/correct.js"
npx esbuild entry.js --bundle --platform=node --target=node18 --minify-whitespace --minify-syntax --legal-comments=none \
  --alias:koa-logger=./quiet.js --alias:winston=./quiet.js --metafile=meta.json --outfile="$here/s3server.js"
node - >"$here/LICENSES.txt" <<'JS'
const fs = require('fs')
const roots = new Set(Object.keys(JSON.parse(fs.readFileSync('meta.json')).inputs)
  .map(file => file.match(/^.*node_modules\/(@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean))
for (const root of [...roots].sort()) {
  const { name, version, license, licenses } = JSON.parse(fs.readFileSync(root + '/package.json'))
  const kind = license ?? licenses?.[0]?.type
  if (!kind) throw new Error(name + ' names no licence')
  const file = fs.readdirSync(root).find(file => /^(licen[cs]e|copying)/i.test(file))
  const text = file ? fs.readFileSync(root + '/' + file, 'utf8').trim() : '(the package holds no licence text)'
  console.log(`${'='.repeat(80)}\n${name} ${version}: ${kind}\n${'='.repeat(80)}\n${text.replace(/\r/g, '').replace(/[ \t]+$/gm, '')}\n`)
}
JS
