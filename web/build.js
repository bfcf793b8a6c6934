// Bundles the page's scripts into the server's resources, where its HTML, style and icon stand: node build.js. The bundle is
// checked in, so that building the program needs only Maven.
import {build} from 'esbuild';
import {readFileSync, writeFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';

const out = new URL('../app/src/main/resources/org/dragoman/server/page/', import.meta.url).pathname;
const MOST_BYTES = 350_000;

await build({
  entryPoints: {page: 'src/main.js'},
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  outdir: out,
  legalComments: 'eof',
  define: {'process.env.NODE_ENV': '"production"'},
});
writeFileSync(out + 'world.json', readFileSync('node_modules/world-atlas/countries-110m.json'));

const names = ['index.html', 'page.js', 'page.css', 'icon.svg', 'world.json'];
const bytes = names.reduce((sum, name) => sum + gzipSync(readFileSync(out + name)).length, 0);
console.log(`${bytes} bytes gzipped`);
if (bytes > MOST_BYTES) throw new Error(`the page has more than ${MOST_BYTES} bytes`);
