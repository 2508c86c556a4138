// What a person does with Verbatim, done in a real Chromium against a running service; and axe on every page.
//
//     node check.mjs http://localhost:8080 [folder for screenshots]
//
// check.sh starts the service and brings the two packages. CHROMIUM names the browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [base, shots] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(process.env.NODE_PACKAGES ?? process.cwd(), 'any.js')));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const ALTERED = "Sa vision centrée sur l'économique montre que la migration, lorsqu'elle est bien gérée, peut stimuler";
const SPLIT = 'fbf5bc84079181b5.q765';
const PAGES = {
  home: '/',
  search: '/search?q=partenaires%20migration',
  'search-empty': '/search?q=gouvernence',
  verification: `/quote-verifications?text=${encodeURIComponent(ALTERED)}&speaker=Mme%20Pope`,
  'verification-verbatim': `/quote-verifications?text=${encodeURIComponent("l'OIM reste flexible et capable d'intervenir")}`,
  'verification-elided': `/quote-verifications?text=${encodeURIComponent('Sa vision centrée sur l’humain montre que la migration […] peut stimuler le développement')}`,
  'verification-not-found': '/quote-verifications?text=le%20Maroc%20doit%20fermer%20ses%20fronti%C3%A8res&speaker=Nobody',
  article: '/articles/fbf5bc84079181b5',
  'article-marked': `/articles/fbf5bc84079181b5#${SPLIT}`,
  'article-passage': '/articles/fbf5bc84079181b5?passage=983-1085#passage',
  quote: `/quotes/${SPLIT}`,
  'quote-indirect': '/quotes/fbf5bc84079181b5.q3342',
  'funding-fact': '/funding-facts/d5de80af24a298a5.f593',
  meeting: '/meetings/fbf5bc84079181b5.m183',
  agent: '/agents/amy-pope',
  quotes: '/quotes',
  'funding-facts': '/funding-facts',
  meetings: '/meetings',
  articles: '/articles',
  agents: '/agents',
  problems: '/problems',
  'not-there': '/nope',
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  // Chromium refuses its sandbox to root, as whom containers often run.
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

async function open(options) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 850 }, locale: 'en', ...options });
  const page = await context.newPage();
  page.on('request', (request) => assert.ok(
    request.url().startsWith(base) || request.url().startsWith('data:'), `a third party is asked: ${request.url()}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 404')) {
      errors.push(message.text());
    }
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return page;
}

const errors = [];

async function step(name, act) {
  await act();
  assert.deepEqual(errors, [], name);
  console.log(`ok  ${name}`);
}

/** Asked from here, again and again: a page without JavaScript draws, but does not wait for anything. */
async function eventually(holds, what) {
  for (let tries = 0; tries < 50; tries++) {
    if (await holds()) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`after five seconds, not: ${what}`);
}

const look = (page, selector) => page.locator(selector).first().evaluate((element) => getComputedStyle(element).backgroundColor);

/** Search, verify, and follow to the place in the article; with or without a script. */
async function journey(page, script) {
  const how = script ? 'with a script' : 'without a script';
  await step(`words are searched, ${how}`, async () => {
    await page.goto(`${base}/`);
    await page.getByLabel('A sentence to verify').fill('partenaires "Pacte mondial"');
    await page.getByRole('button', { name: 'Look it up' }).click();
    await page.waitForURL('**/search?q=*');
    assert.equal(await page.locator('.card.quote mark').first().innerText(), 'Pacte mondial');
    await page.getByRole('link', { name: 'Verify it as a quotation instead' }).click();
    await page.waitForURL('**/quote-verifications?text=*');
  });
  await step(`a claim is verified, ${how}`, async () => {
    await page.goto(`${base}/`);
    await page.getByLabel('A sentence to verify').fill(ALTERED);
    if (script) {
      assert.match(await page.locator('.live').innerText(), /will be verified/);
      await page.keyboard.press('Enter');
    } else {
      await page.getByRole('button', { name: 'Look it up' }).click();
    }
    await page.getByRole('heading', { level: 1, name: 'Altered' }).waitFor();
    assert.match(await page.locator('.sides del').innerText(), /économique/);
    assert.match(await page.locator('.sides ins').innerText(), /humain/);
    assert.equal(await page.locator('.sides del').evaluate((del) => getComputedStyle(del).textDecorationLine), 'line-through');
  });
  await step(`the words are shown in their place, ${how}`, async () => {
    await page.getByRole('link', { name: 'Show it in the article' }).click();
    await page.waitForURL('**/articles/*#passage');
    const passage = page.locator('#passage');
    assert.match(await passage.innerText(), /^Sa vision centrée sur l’humain/);
    await eventually(() => passage.evaluate((mark) => {
      const place = mark.getBoundingClientRect();
      return place.top >= 0 && place.bottom <= innerHeight;
    }), 'the passage is in view');
  });
  await step(`a link marks all parts of a record and its card, ${how}`, async () => {
    const marks = `mark[data-record="${SPLIT}"]`;
    await page.goto(`${base}/articles/fbf5bc84079181b5`);
    const before = await look(page, marks);
    await page.goto(`${base}/quotes/${SPLIT}`);
    await page.getByRole('link', { name: 'Show it in the article' }).click();
    await page.waitForURL(`**#${SPLIT}`);
    assert.equal(await page.locator(marks).count(), 2);
    const colours = await page.locator(`[data-record="${SPLIT}"]`)
      .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).backgroundColor));
    assert.equal(colours.length, 3);
    assert.equal(new Set(colours).size, 1);
    assert.notEqual(colours[0], before);
  });
}

async function copying() {
  const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await step('a citation is copied', async () => {
    await page.goto(`${base}/quotes/${SPLIT}`);
    await page.getByRole('button', { name: 'Copy: As a line' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^“Le Maroc, pays champion[^]*\(Amy Pope, in: gherrrabi \(n\.d\.\)\./);
    await page.locator('summary', { hasText: 'BibTeX' }).click();
    await page.getByRole('button', { name: 'Copy: BibTeX' }).click();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^@misc\{fbf5bc84079181b5\.q765,/);
  });
  await step('all can be done with the keyboard', async () => {
    await page.goto(`${base}/`);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
    await page.keyboard.type('Pacte mondial');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.evaluate(() => document.activeElement.value), 'verify');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/quote-verifications?text=Pacte%20mondial');
  });
  await step('the language that was chosen stays', async () => {
    await page.getByRole('link', { name: 'Français' }).click();
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
    await page.getByRole('link', { name: 'Rencontres' }).click();
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
    assert.ok(!page.url().includes('language'));
  });
  await page.context().close();
}

async function swaggerUi() {
  const page = await open({ viewport: { width: 1200, height: 2000 } });
  for (const operation of ['Quotes-getQuote', 'Quotes-verifyQuote', 'Funding_facts-listFundingFacts']) {
    await step(`Swagger UI tries ${operation} out`, async () => {
      const [tag, id] = operation.split('-');
      await page.goto(`${base}/q/swagger-ui/`);
      await page.goto(`${base}/q/swagger-ui/#/${tag.replace('_', '%20')}/${id}`);
      await page.reload();
      const block = page.locator(`[id="operations-${operation}"]`);
      await block.waitFor();
      const execute = block.getByRole('button', { name: 'Execute' });
      if (!await execute.isVisible()) {
        await block.locator('.opblock-summary-control').click();
      }
      await execute.click();
      const status = block.locator('.live-responses-table .response-col_status').last();
      await status.waitFor();
      assert.match(await status.innerText(), /^200/);
    });
  }
  await page.context().close();
}

async function accessibility() {
  for (const [variant, options] of Object.entries({
    'light, English': { locale: 'en', colorScheme: 'light' },
    'dark, French': { locale: 'fr', colorScheme: 'dark' },
    'phone, French': { locale: 'fr', colorScheme: 'light', viewport: { width: 360, height: 740 } },
    'phone, dark, English': { locale: 'en', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  })) {
    const page = await open(options);
    await step(`axe finds nothing: ${variant}`, async () => {
      const found = [];
      for (const [name, path] of Object.entries(PAGES)) {
        await page.goto(base + path);
        if (shots) {
          await page.screenshot({ path: join(shots, `${name}, ${variant}.png`.replaceAll(', ', '-')), fullPage: true });
        }
        // All that is folded is looked at, too.
        await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run());
        for (const { id, nodes } of violations) {
          found.push(`${path}: ${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join('\n')}`);
        }
        const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (width > 0) {
          found.push(`${path}: ${width} pixels too wide`);
        }
      }
      assert.deepEqual(found, []);
    });
    await page.context().close();
  }
}

try {
  const scripted = await open({});
  await journey(scripted, true);
  await scripted.context().close();
  const bare = await open({ javaScriptEnabled: false });
  await journey(bare, false);
  await bare.context().close();
  await copying();
  await swaggerUi();
  await accessibility();
} finally {
  await browser.close();
}
