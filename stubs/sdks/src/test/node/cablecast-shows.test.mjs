import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cablecastAccount, request, urls } from './support.mjs';

const SHOWS = `${urls.cablecast}/cablecastapi/v1/shows`;

/** A show with two reels, the media they are on, and a VOD; returns their ids. */
async function publishedShow(cablecast) {
  const id = async (path, root, fields) => (await cablecast.post(path, { [root]: fields })).body[root].id;
  const show = await id('/shows', 'show', { title: 'Council, 15 January 2026', location: 1 });
  const media = await id('/media', 'media', { mediaName: 'Tape 1', location: 1, format: 1 });
  const reels = [
    await id('/reels', 'reel', { show, media, reelNumber: 1, cue: 0, length: 3600 }),
    await id('/reels', 'reel', { show, media, reelNumber: 2, cue: 0, length: 1830 }),
  ];
  const vod = await id('/vods', 'vod', { show, vodConfiguration: 1 });
  return { show, media, reels, vod };
}

test('a show that was created can be read', async () => {
  const cablecast = cablecastAccount();
  const fields = { title: 'Council, 15 January 2026', cgTitle: 'Council', cgExempt: false, comments: 'Imported from tape', location: 1, customFields: [] };
  const created = await cablecast.post('/shows', { show: fields });
  assert.equal(created.status, 200);
  const { show } = (await cablecast.get(`/shows/${created.body.show.id}`)).body;
  assert.deepEqual({ ...show, ...fields }, show);
  assert.deepEqual(show.reels, []);
  assert.deepEqual(show.vods, []);
});

test('shows get ascending ids', async () => {
  const cablecast = cablecastAccount();
  const ids = [];
  for (const title of ['One', 'Two', 'Three']) {
    ids.push((await cablecast.post('/shows', { show: { title } })).body.show.id);
  }
  assert.deepEqual(ids, [ids[0], ids[0] + 1, ids[0] + 2]);
});

test('a change keeps what it does not name', async () => {
  const cablecast = cablecastAccount();
  const { id } = (await cablecast.post('/shows', { show: { title: 'Draft', comments: 'Second camera failed' } })).body.show;
  const changed = await cablecast.put(`/shows/${id}`, { show: { title: 'Council' } });
  assert.equal(changed.body.show.title, 'Council');
  assert.equal((await cablecast.get(`/shows/${id}`)).body.show.comments, 'Second camera failed');
});

test('a deleted show is gone with its reels and VODs', async () => {
  const cablecast = cablecastAccount();
  const { show, reels, vod } = await publishedShow(cablecast);
  assert.equal((await cablecast.del(`/shows/${show}`)).status, 204);
  for (const path of [`/shows/${show}`, `/reels/${reels[0]}`, `/vods/${vod}`, `/vodstatuses/${vod}`]) {
    assert.equal((await cablecast.get(path)).status, 404, path);
  }
});

test('a show that does not exist is 404 with a message', async () => {
  const missing = await cablecastAccount().get('/shows/999999');
  assert.equal(missing.status, 404);
  assert.equal(missing.body.message, 'There is no show with id 999999.');
});

test('lists have pages with offset, page size and the count of all', async () => {
  const cablecast = cablecastAccount();
  for (const title of ['A', 'B', 'C']) {
    await cablecast.post('/shows', { show: { title } });
  }
  const first = (await cablecast.get('/shows?offset=0&page_size=2')).body;
  const last = (await cablecast.get('/shows?offset=2&page_size=2')).body;
  assert.deepEqual(first.meta, { offset: 0, pageSize: 2, count: 3 });
  assert.deepEqual(last.meta, { offset: 2, pageSize: 2, count: 3 });
  assert.deepEqual([...first.shows, ...last.shows].map((show) => show.title), ['A', 'B', 'C']);
  assert.deepEqual((await cablecast.get('/shows?offset=4')).body.shows, []);
});

test('a page that cannot be is refused', async () => {
  const cablecast = cablecastAccount();
  for (const query of ['offset=-1', 'page_size=0', 'page_size=ten']) {
    assert.equal((await cablecast.get(`/shows?${query}`)).status, 400, query);
  }
});

test('a search finds words in titles and comments, in any case', async () => {
  const cablecast = cablecastAccount();
  await cablecast.post('/shows', { show: { title: 'Council, 8 January 2026' } });
  await cablecast.post('/shows', { show: { title: 'School board', comments: 'after the COUNCIL' } });
  await cablecast.post('/shows', { show: { title: 'Zoning' } });
  const found = (await cablecast.get('/shows?search=council')).body;
  assert.equal(found.meta.count, 2);
  assert.deepEqual((await cablecast.get('/shows?search=council%20january')).body.shows.map((show) => show.title), ['Council, 8 January 2026']);
  assert.deepEqual((await cablecast.get('/shows?search=zeppelin')).body.shows, []);
});

test('include takes singular names and side-loads plural roots', async () => {
  const cablecast = cablecastAccount();
  const { show, media, reels, vod } = await publishedShow(cablecast);
  const { body } = await cablecast.get(`/shows/${show}?include=reel,media,vod`);
  assert.deepEqual(body.show.reels, reels);
  assert.deepEqual(body.show.vods, [vod]);
  assert.equal(body.show.totalRunTime, 5430);
  assert.deepEqual(body.reels.map((reel) => [reel.id, reel.show, reel.length]), [[reels[0], show, 3600], [reels[1], show, 1830]]);
  assert.deepEqual(body.media.map((each) => each.id), [media]);
  assert.deepEqual(body.vods.map((each) => each.id), [vod]);
});

test('a list side-loads what belongs to its page', async () => {
  const cablecast = cablecastAccount();
  const { reels } = await publishedShow(cablecast);
  await publishedShow(cablecast);
  const { body } = await cablecast.get('/shows?include=reel&page_size=1');
  assert.deepEqual(body.reels.map((reel) => reel.id), reels);
});

test('include ignores plural names, as Cablecast does', async () => {
  const cablecast = cablecastAccount();
  const { show } = await publishedShow(cablecast);
  const { body } = await cablecast.get(`/shows/${show}?include=reels,vods`);
  assert.deepEqual(Object.keys(body), ['show']);
});

test('reels can be created in a batch and filtered by their show', async () => {
  const cablecast = cablecastAccount();
  const { show, media } = await publishedShow(cablecast);
  const batch = await cablecast.post('/reels/batch', { reels: [{ show, media, reelNumber: 3 }, { show, media, reelNumber: 4 }] });
  assert.deepEqual(batch.body.reels.map((reel) => reel.reelNumber), [3, 4]);
  await publishedShow(cablecast);
  assert.equal((await cablecast.get(`/reels?show=${show}`)).body.meta.count, 4);
});

test('a station has a location, a channel, formats and VOD configurations', async () => {
  const cablecast = cablecastAccount();
  const { locations } = (await cablecast.get('/locations')).body;
  const { vodConfigurations } = (await cablecast.get('/vodconfigurations')).body;
  assert.ok(vodConfigurations.some((configuration) => configuration.location === locations[0].id));
  assert.deepEqual(locations[0].vodConfigurations, vodConfigurations.map((configuration) => configuration.id));
  for (const [path, root] of [['/channels', 'channels'], ['/formats', 'formats'], ['/vodtranscodequalities', 'vodTranscodeQualities'], ['/filestores', 'fileStores']]) {
    assert.ok((await cablecast.get(path)).body[root].length > 0, path);
  }
  assert.ok((await cablecast.get('/systeminfo')).body.systemInfo.cablecastVersion);
});

test('writing needs credentials', async () => {
  const refused = await request('POST', SHOWS, { body: { show: { title: 'Council' } } });
  assert.equal(refused.status, 401);
  assert.match(refused.headers.get('www-authenticate'), /^Basic/);
  assert.ok(refused.body.message);
});

test('another password than before is refused', async () => {
  const { user, authorization } = cablecastAccount();
  await request('POST', SHOWS, { authorization, body: { show: { title: 'Council' } } });
  const other = `Basic ${Buffer.from(`${user}:another`).toString('base64')}`;
  assert.equal((await request('POST', SHOWS, { authorization: other, body: { show: { title: 'Council' } } })).status, 401);
});

test('reading needs no credentials', async () => {
  const response = await request('GET', SHOWS);
  assert.equal(response.status, 200);
  assert.ok(Array.isArray(response.body.shows));
});

test('stations of different users are different', async () => {
  const mine = cablecastAccount();
  await mine.post('/shows', { show: { title: 'Council' } });
  assert.equal((await cablecastAccount().get('/shows')).body.meta.count, 0);
});

test('an unwrapped body is refused', async () => {
  const refused = await cablecastAccount().post('/shows', { title: 'Council' });
  assert.equal(refused.status, 400);
  assert.equal(refused.body.message, 'The body has no property "show": send {"show": {…}}.');
});

test('a value of the wrong type is refused, and says which', async () => {
  const refused = await cablecastAccount().post('/shows', { show: { title: 42, cgExempt: 'no' } });
  assert.equal(refused.status, 400);
  assert.deepEqual(refused.body.modelState, {
    'show.title': ['title must be a string.'],
    'show.cgExempt': ['cgExempt must be true or false.'],
  });
});

test('parents that do not exist are refused', async () => {
  const cablecast = cablecastAccount();
  const { show } = await publishedShow(cablecast);
  for (const [path, body] of [
    ['/vods', { vod: { show: 99999999, vodConfiguration: 1 } }],
    ['/vods', { vod: { show, vodConfiguration: 99999999 } }],
    ['/reels', { reel: { show: 99999999, reelNumber: 1 } }],
    ['/chapters', { chapter: { vod: 99999999, title: 'Roll call' } }],
    ['/scheduleitems', { scheduleItem: { show: 99999999, channel: 1, runDateTime: '2026-01-15T09:00:00Z' } }],
    ['/shows', { show: { title: 'Council', location: 99999999 } }],
  ]) {
    const refused = await cablecast.post(path, body);
    assert.equal(refused.status, 400, path);
    assert.match(refused.body.message, /99999999 does not exist/);
  }
});

test('a method that a resource does not have is 405', async () => {
  const cablecast = cablecastAccount();
  assert.equal((await cablecast.post('/vodstatuses', { vodStatus: {} })).status, 405);
  assert.equal((await cablecast.put('/systeminfo', {})).status, 405);
});

test("the search of Cablecast's plugin for WordPress finds changed shows without credentials", async () => {
  const cablecast = cablecastAccount();
  for (const title of ['Zoning', 'Council']) {
    await cablecast.post('/shows', { show: { title } });
  }
  const search = (searchValue) => ({
    savedShowSearch: {
      name: '',
      query: {
        groups: [{ orAnd: 'and', filters: [{ field: 'lastModified', operator: 'greaterThan', searchValue }] }],
        sortOptions: [{ field: 'title', descending: false }],
      },
    },
  });
  const found = (await cablecast.post('/shows/search/advanced', search('1900-01-01T00:00:00'))).body.savedShowSearch;
  const ids = found.results.map((id) => `ids[]=${id}`).join('&');
  assert.equal((await cablecast.get(`/shows?${ids}`)).body.meta.count, 2);
  assert.equal((await cablecast.get(`/shows/${found.results[0]}`)).body.show.title, 'Council');
  assert.deepEqual((await cablecast.post('/shows/search/advanced', search('2100-01-01T00:00:00'))).body.savedShowSearch.results, []);
  assert.equal((await request('POST', `${SHOWS}/search/advanced`, { body: search('1900-01-01T00:00:00') })).status, 200);
});

test('fields, sort and filters narrow a list', async () => {
  const cablecast = cablecastAccount();
  const producer = (await cablecast.post('/producers', { producer: { name: 'Erika' } })).body.producer.id;
  await cablecast.post('/shows', { show: { title: 'Zoning', producer } });
  await cablecast.post('/shows', { show: { title: 'Council', producer, cgExempt: true } });
  await cablecast.post('/shows', { show: { title: 'School board' } });
  const titles = async (query) => (await cablecast.get(`/shows?${query}`)).body.shows.map((show) => show.title);
  assert.deepEqual(await titles(`producer=${producer}&sort=title`), ['Council', 'Zoning']);
  assert.deepEqual(await titles('sort=title&sort_order=desc'), ['Zoning', 'School board', 'Council']);
  assert.deepEqual(await titles('include_cg_exempt=false'), ['Zoning', 'School board']);
  assert.deepEqual(Object.keys((await cablecast.get('/shows?fields=id,title')).body.shows[0]), ['id', 'title']);
  assert.equal((await cablecast.get('/shows?producer=erika')).status, 400);
});
