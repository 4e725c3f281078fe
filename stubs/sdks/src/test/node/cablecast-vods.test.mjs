import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cablecastAccount } from './support.mjs';

/** A VOD of a new show; returns its id. */
async function newVod(cablecast) {
  const { show } = (await cablecast.post('/shows', { show: { title: 'Council, 15 January 2026' } })).body;
  return (await cablecast.post('/vods', { vod: { show: show.id, vodConfiguration: 1 } })).body.vod.id;
}

const status = async (cablecast, vod) => (await cablecast.get(`/vodstatuses/${vod}`)).body.vodStatus;

test('a VOD is queued, processed and complete as time passes', async () => {
  const cablecast = cablecastAccount();
  const vod = await newVod(cablecast);
  const queued = await status(cablecast, vod);
  assert.deepEqual([queued.vodState, queued.percentComplete, queued.vod], ['queued', 0, vod]);

  await cablecast.control.advance('PT1M');
  const processing = await status(cablecast, vod);
  assert.equal(processing.vodState, 'processing');
  assert.ok(processing.percentComplete > 40 && processing.percentComplete < 50, String(processing.percentComplete));

  await cablecast.control.advance('PT1M');
  const complete = await status(cablecast, vod);
  assert.deepEqual([complete.vodState, complete.percentComplete, complete.errorMessage], ['complete', 100, '']);
});

test('a VOD can be watched once it is complete', async () => {
  const cablecast = cablecastAccount();
  const id = await newVod(cablecast);
  const before = (await cablecast.get(`/vods/${id}`)).body.vod;
  assert.deepEqual([before.url, before.isWatchable, before.vodState], [null, false, 'queued']);
  await cablecast.control.advance('PT2M');
  const after = (await cablecast.get(`/vods/${id}`)).body.vod;
  assert.match(after.url, /^https:\/\/.*\/vod\.mp4$/);
  assert.deepEqual([after.isWatchable, after.vodState, after.percentComplete], [true, 'complete', 100]);
});

test('percents only grow', async () => {
  const cablecast = cablecastAccount();
  const vod = await newVod(cablecast);
  let last = 0;
  for (let seconds = 0; seconds < 120; seconds += 10) {
    await cablecast.control.advance('PT10S');
    const { percentComplete } = await status(cablecast, vod);
    assert.ok(percentComplete >= last);
    last = percentComplete;
  }
  assert.equal(last, 100);
});

test('a test can let the transcoding fail', async () => {
  const cablecast = cablecastAccount();
  const vod = await newVod(cablecast);
  await cablecast.control.advance('PT30S');
  await cablecast.control.post(`/vods/${vod}`, { vodState: 'error', errorMessage: 'The source file cannot be read' });
  const failed = await status(cablecast, vod);
  assert.deepEqual([failed.vodState, failed.errorMessage], ['error', 'The source file cannot be read']);
  assert.ok(failed.percentComplete > 0 && failed.percentComplete < 100);
  await cablecast.control.advance('PT1H');
  assert.equal((await status(cablecast, vod)).vodState, 'error');
});

test('a VOD that failed can be queued again', async () => {
  const cablecast = cablecastAccount();
  const vod = await newVod(cablecast);
  await cablecast.control.post(`/vods/${vod}`, { vodState: 'permanentFailure', errorMessage: 'No disk' });
  await cablecast.control.post(`/vods/${vod}`, { vodState: 'queued' });
  const again = await status(cablecast, vod);
  assert.deepEqual([again.vodState, again.errorMessage], ['queued', '']);
  await cablecast.control.advance('PT2M');
  assert.equal((await status(cablecast, vod)).vodState, 'complete');
});

test('VODs are listed by show', async () => {
  const cablecast = cablecastAccount();
  const vod = await newVod(cablecast);
  await newVod(cablecast);
  const { show } = (await cablecast.get(`/vods/${vod}`)).body.vod;
  const { vods, meta } = (await cablecast.get(`/vods?show=${show}`)).body;
  assert.deepEqual(vods.map((each) => each.id), [vod]);
  assert.equal(meta.count, 1);
});

test('chapters belong to a VOD', async () => {
  const cablecast = cablecastAccount();
  const vod = await newVod(cablecast);
  const other = await newVod(cablecast);
  for (const [title, offset] of [['Roll call', 0], ['Public comment', 754]]) {
    await cablecast.post('/chapters', { chapter: { vod, title, offset } });
  }
  await cablecast.post('/chapters', { chapter: { vod: other, title: 'Other' } });
  const { chapters } = (await cablecast.get(`/chapters?vod=${vod}`)).body;
  assert.deepEqual(chapters.map(({ title, offset }) => [title, offset]), [['Roll call', 0], ['Public comment', 754]]);
  assert.deepEqual((await cablecast.get(`/vods/${vod}?include=chapter`)).body.chapters.map((each) => each.id), chapters.map((each) => each.id));
});

test('a chapter that is marked as deleted is not listed', async () => {
  const cablecast = cablecastAccount();
  const vod = await newVod(cablecast);
  const { id } = (await cablecast.post('/chapters', { chapter: { vod, title: 'Roll call' } })).body.chapter;
  await cablecast.put(`/chapters/${id}`, { chapter: { deleted: true } });
  assert.deepEqual((await cablecast.get(`/chapters?vod=${vod}`)).body.chapters, []);
  assert.equal((await cablecast.get(`/chapters?vod=${vod}&deleted=true`)).body.chapters.length, 1);
});
