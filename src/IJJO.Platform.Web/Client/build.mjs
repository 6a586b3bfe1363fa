// Installs the pinned packages when the lock file changed, checks the types and bundles every entry point into ../wwwroot.
// Called by Client.targets with the path of the stamp that marks a finished build. Exit code 3 = npm is missing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const stamp = process.argv[2] ?? join(here, '../obj/client.stamp');
const lock = join(here, '../obj/client.lock');

// One line per bundle: a page links only those that it needs.
const entryPoints = {
  site: 'src/site.ts',
  theme: 'src/theme.ts',
};

// Modules: what several of them use is in a chunk of its own, fetched once.
const modules = {
  charts: 'src/elements/charts.ts',
  list: 'src/list/list.ts',
};

function run(command, args) {
  const done = spawnSync(command, args, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.error?.code === 'ENOENT' || done.status === 127) process.exit(3);
  if (done.status !== 0) process.exit(1);
}

function install() {
  const wanted = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
  const installed = join(here, 'node_modules/.installed');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  run('npm', ['ci', '--no-progress', '--loglevel=error']);
  writeFileSync(installed, wanted);
}

async function bundle() {
  const { build } = await import('esbuild');
  const shared = {
    absWorkingDir: here,
    outdir: '../wwwroot',
    bundle: true,
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    target: ['chrome123', 'firefox121', 'safari17.5'],
  };
  rmSync(join(here, '../wwwroot/chunks'), { recursive: true, force: true });
  await build({ ...shared, entryPoints, format: 'iife' });
  await build({ ...shared, entryPoints: modules, format: 'esm', splitting: true, chunkNames: 'chunks/[name]-[hash]' });
  await build({
    ...shared,
    entryPoints: { site: '../Styles/site.css', list: '../Styles/list.css' },
    loader: { '.woff2': 'file' },
    assetNames: 'fonts/[name]',
    nodePaths: [join(here, 'node_modules')],
  });
  const { world } = await import('./world.mjs');
  writeFileSync(join(here, '../wwwroot/world.json'), JSON.stringify(world(join(here, '../../IJJO.Platform/Vocabularies/Seed/country.json'))));
}

// mkdir is atomic: whoever makes the folder builds, the others wait and then find everything up to date.
async function exclusively(work) {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (problem) {
      if (problem.code !== 'EEXIST') throw problem;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 300_000) rmSync(lock, { recursive: true, force: true });
      else await new Promise(resume => setTimeout(resume, 200));
    }
  }
  process.on('exit', () => rmSync(lock, { recursive: true, force: true }));
  await work();
}

try {
  await exclusively(async () => {
    install();
    run(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), '-p', here]);
    await bundle();
    writeFileSync(stamp, '');
  });
} catch (problem) {
  console.error(`client: error : ${problem.message}`);
  process.exit(1);
}
