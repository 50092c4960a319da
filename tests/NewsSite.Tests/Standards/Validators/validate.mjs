// Judges every .html file of a folder: the Nu HTML checker, and the schema.org vocabulary with Google's rules on top.
// Writes one JSON object a finding: {"judge", "page", "message"}.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import Validator from '@adobe/structured-data-validator';
import WebAutoExtractor from '@marbec/web-auto-extractor';

const require = createRequire(import.meta.url);
const folder = process.argv[2];
const report = (judge, page, message) => console.log(JSON.stringify({ judge, page, message }));

function checkHtml() {
  const jar = require.resolve('vnu-jar/build/dist/vnu.jar');
  const said = execFileSync('java', ['-Xss4m', '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', '--errors-only', '--skip-non-html', folder], { maxBuffer: 1 << 28 });
  for (const { url, message, lastLine, extract } of JSON.parse(said).messages) report('html', basename(url), `${message} (line ${lastLine}: ${extract?.trim()})`);
}

// The vocabulary is not on npm as the validator wants it; schema-dts holds the same as types, made from it by Google.
function vocabulary() {
  const types = readFileSync(join(require.resolve('schema-dts/package.json'), '../dist/schema.d.ts'), 'utf8');
  const classes = new Map();
  const domains = new Map();
  const ref = name => ({ '@id': `schema:${name}` });
  for (const [, name, parents, body] of types.matchAll(/^(?:export )?interface (\w+)Base(?: extends ([^{]+))? \{\n([\s\S]*?)^\}/gm)) {
    classes.set(name, [...(parents ?? '').matchAll(/(\w+)Base\b/g)].map(([, parent]) => parent));
    for (const [, property] of body.matchAll(/^ {4}"(\w+)"\?:/gm)) domains.set(property, [...(domains.get(property) ?? []), name]);
  }

  // A class that has nothing of its own is written as its parent's.
  for (const [, name, parent] of types.matchAll(/interface (\w+)Leaf extends (\w+)Base /g)) {
    if (!classes.has(name)) classes.set(name, [parent]);
  }

  return {
    '@graph': [
      ...[...classes].map(([name, parents]) => ({ '@id': `schema:${name}`, '@type': 'rdfs:Class', 'rdfs:subClassOf': parents.map(ref) })),
      ...[...domains].map(([name, owners]) => ({ '@id': `schema:${name}`, '@type': 'rdf:Property', 'schema:domainIncludes': owners.map(ref) })),
    ],
  };
}

async function checkData(page, validator) {
  const html = readFileSync(join(folder, page), 'utf8');
  const data = new WebAutoExtractor({ addLocation: true, embedSource: ['rdfa', 'microdata'] }).parse(html);
  for (const issue of await validator.validate(data)) {
    if (issue.severity === 'ERROR' || issue.errorType === 'schemaOrg') report('data', page, `${issue.issueMessage} (${issue.path.map(step => step.type ?? step.property).join(' > ')})`);
  }

  for (const error of data.errors ?? []) report('data', page, error.message);
}

checkHtml();
const validator = new Validator(vocabulary());
for (const page of readdirSync(folder).filter(name => name.endsWith('.html'))) await checkData(page, validator);
