// Uses the page in a browser as a person would, on the samples: node test/page.test.js ADDRESS SCREENSHOTS
// ADDRESS is the one that `dragoman serve` prints, with its token. Exits with 1 and says what is wrong.
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {chromium} from 'playwright-core';

const [, , address, screenshots] = process.argv;
const origin = new URL(address).origin;
const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const SIZES = {desktop: {width: 1280, height: 900}, phone: {width: 390, height: 844}};
// Without the last ones Chromium asks for updates, which a closed network refuses.
const OPTIONS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

mkdirSync(screenshots, {recursive: true});
const browser = await chromium.launch({executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: OPTIONS});
try {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await use(size, viewport);
    console.log(`the page works at ${size} width`);
  }
} finally {
  await browser.close();
}

async function use(size, viewport) {
  const context = await browser.newContext({viewport, reducedMotion: 'reduce', colorScheme: size === 'phone' ? 'dark' : 'light', acceptDownloads: true});
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const wrong = [];
  page.on('console', message => { if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text()); });
  page.on('dialog', dialog => { wrong.push(`a script ran: ${dialog.message()}`); dialog.dismiss(); });
  page.on('pageerror', error => wrong.push(error.message));
  page.on('request', request => { if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) wrong.push(`asked ${request.url()}`); });

  await page.goto(address);
  assert.equal(new URL(page.url()).search, '', 'the token stays in the address');
  await page.getByRole('heading', {name: 'The archive'}).waitFor();
  await page.locator('.map circle').first().waitFor();
  await page.locator('.chart canvas').first().waitFor();
  await look('overview');

  // Filter by keyboard, then by a facet.
  await page.getByRole('link', {name: 'Events', exact: true}).click();
  await page.locator('.records li').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('quad:3..4');
  await page.keyboard.press('Enter');
  await page.waitForURL(/filter=quad/);
  if (size === 'phone') await page.getByText('Divide by').click();
  await page.getByRole('button', {name: /ASSAULT/}).click();
  await page.waitForURL(/type/);
  await page.waitForFunction(() => [...document.querySelectorAll('.records .type')].every(type => type.textContent.startsWith('ASSAULT')));
  await look('events');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', {name: 'CSV'}).click()]);
  assert.match(readFileSync(await download.path(), 'utf8'), /^id,date,type,/, 'the export is no CSV');

  // A pair of countries, from the overview.
  await page.getByRole('link', {name: 'Dragoman, overview'}).click();
  await page.locator('.data a[href^="/dyads/"]').first().click();
  await page.getByRole('heading', {name: 'Balance'}).waitFor();
  await page.locator('.records li').first().waitFor();
  await look('dyad');

  // An event, its article, and the words that prove it.
  await page.locator('.records .type').first().click();
  await page.getByRole('heading', {name: 'The event'}).waitFor();
  await look('event');
  await page.locator('.records a[href^="/articles/"]').first().click();
  await page.locator('.text .on').waitFor();
  assert.equal(await page.locator('.why dt').first().textContent(), 'Act');
  const trigger = await page.locator('.text .on').first().textContent();
  assert.ok((await page.locator('.why dd').first().textContent()).includes(trigger), 'other words are marked than told');
  await look('article');

  // It is corrected, and the correction stays.
  await page.getByRole('button', {name: 'Correct', exact: true}).click();
  await page.getByLabel('Actor’s country').fill('XYZ');
  await page.getByLabel('Your name').fill('Ann');
  await page.getByRole('button', {name: 'Keep the correction'}).click();
  await page.getByText('Corrected by Ann').waitFor();
  await page.reload();
  await page.getByText('actor_country: XYZ').waitFor();
  await look('corrected');
  await page.getByRole('tab', {name: /statements/}).click();

  await page.getByRole('link', {name: 'Statements', exact: true}).click();
  await page.locator('.records li').first().waitFor();
  await look('statements');
  await page.goto(`${origin}/articles?filter=${encodeURIComponent('"barrel bombs"')}`);
  await page.locator('.words mark').first().waitFor();
  await look('search');
  await page.getByRole('link', {name: 'Actors', exact: true}).click();
  await page.locator('.data a').first().click();
  await page.getByRole('heading', {name: 'Relations'}).waitFor();
  await page.getByRole('heading', {name: 'Roles over time'}).waitFor();
  await look('actor');

  // An event that is told more than once: who tells what.
  const events = await (await page.request.get(`${origin}/api/events?limit=1000`)).json();
  const told = events.items.reduce((most, event) => event.reports > most.reports ? event : most);
  await page.goto(`${origin}/events/${told.id}`);
  await page.getByRole('heading', {name: 'Who tells what'}).waitFor();
  await look('story');

  // What a page says of itself is shown, never run.
  const hostile = `<img src=x onerror=alert(1)>"><script>alert(2)</script> talks in Iraq`;
  const said = `<p>${'Iraqi Prime Minister Haider al-Abadi met Turkish officials in Baghdad on Monday. '.repeat(6)}</p>`;
  const escaped = hostile.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const sent = await page.request.post(`${origin}/api/pages?url=${encodeURIComponent(`https://x.example/"><script>alert(3)</script>${size}`)}`, {
    headers: {'Content-Type': 'text/html', 'Sec-Fetch-Site': 'same-origin'}, data: `<html><head><title>${escaped}</title></head><body><h1>${escaped}</h1>${said}</body></html>`});
  assert.ok(sent.ok(), `the hostile page was refused: ${await sent.text()}`);
  await page.goto(`${origin}/articles`);
  await page.getByText(hostile).first().click();
  await page.locator('.text').waitFor();
  await page.getByText(hostile).first().waitFor();
  await look('hostile');

  // A link leads to the same view, and a wrong filter is told, not swallowed.
  await page.goto(`${origin}/events?filter=${encodeURIComponent('nonsense:1')}`);
  await page.getByRole('alert').first().waitFor();
  wrong.splice(0, wrong.length, ...wrong.filter(text => !text.includes('400')));
  assert.deepEqual(wrong, []);
  await context.close();

  async function look(name) {
    await page.waitForFunction(() => !document.querySelector('.waiting'));
    await page.screenshot({path: join(screenshots, `${name}-${size}.png`), fullPage: true});
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${name} is ${wide} pixels wider than a ${size}`);
    await page.evaluate(axe);
    const {violations} = await page.evaluate(() => window.axe.run(document, {resultTypes: ['violations']}));
    const serious = violations.filter(({impact}) => impact === 'serious' || impact === 'critical');
    assert.deepEqual(serious.map(({id, nodes}) => `${name}: ${id}: ${nodes.slice(0, 3).map(node => node.html).join(' ')}`), []);
  }
}
