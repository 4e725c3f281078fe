import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cablecastAccount } from './support.mjs';

/** A show that runs for an hour; returns its id. */
async function hourLongShow(cablecast) {
  const { show } = (await cablecast.post('/shows', { show: { title: 'Council' } })).body;
  await cablecast.post('/reels', { reel: { show: show.id, reelNumber: 1, length: 3600 } });
  return show.id;
}

const schedule = (cablecast, show, runDateTime, channel = 1) =>
  cablecast.post('/scheduleitems', { scheduleItem: { idType: 1, filler: false, deleted: false, show, channel, runDateTime } });

test('a show is scheduled and found by day, channel and show', async () => {
  const cablecast = cablecastAccount();
  const show = await hourLongShow(cablecast);
  const { scheduleItem } = (await schedule(cablecast, show, '2026-01-15T18:00:00Z')).body;
  assert.deepEqual([scheduleItem.show, scheduleItem.channel, scheduleItem.runDateTime, scheduleItem.deleted], [show, 1, '2026-01-15T18:00:00Z', false]);
  await schedule(cablecast, show, '2026-01-15T09:00:00+01:00');
  await schedule(cablecast, show, '2026-01-15T18:00:00Z', 2);
  await schedule(cablecast, await hourLongShow(cablecast), '2026-01-16T00:00:00Z');

  const day = (await cablecast.get('/scheduleitems?start=2026-01-15&end=2026-01-16&channel=1')).body;
  assert.deepEqual(day.scheduleItems.map((item) => item.runDateTime), ['2026-01-15T09:00:00+01:00', '2026-01-15T18:00:00Z']);
  assert.equal(day.meta.count, 2);
  assert.equal((await cablecast.get(`/scheduleitems?show=${show}`)).body.meta.count, 3);
  assert.equal((await cablecast.get(`/shows/${show}`)).body.show.runCount, 3);
});

test('two shows cannot run on one channel at the same time', async () => {
  const cablecast = cablecastAccount();
  const show = await hourLongShow(cablecast);
  const first = (await schedule(cablecast, show, '2026-01-15T18:00:00Z')).body.scheduleItem.id;
  const refused = await schedule(cablecast, show, '2026-01-15T19:59:00+01:00');
  assert.equal(refused.status, 409);
  assert.equal(refused.body.message, `The scheduleItem conflicts with scheduleItem ${first}, which runs on channel 1 at 2026-01-15T18:00:00Z.`);
  assert.equal((await cablecast.get('/scheduleitems')).body.meta.count, 1);
});

test('shows may follow each other, and run on two channels', async () => {
  const cablecast = cablecastAccount();
  const show = await hourLongShow(cablecast);
  for (const [time, channel] of [['2026-01-15T18:00:00Z', 1], ['2026-01-15T19:00:00Z', 1], ['2026-01-15T17:00:00Z', 1], ['2026-01-15T18:00:00Z', 2]]) {
    assert.equal((await schedule(cablecast, show, time, channel)).status, 200, time);
  }
});

test('a show that runs past midnight conflicts with the next day', async () => {
  const cablecast = cablecastAccount();
  const show = await hourLongShow(cablecast);
  await schedule(cablecast, show, '2026-01-15T23:30:00Z');
  assert.equal((await schedule(cablecast, show, '2026-01-16T00:15:00Z')).status, 409);
});

test('an item can be moved, but not onto another one', async () => {
  const cablecast = cablecastAccount();
  const show = await hourLongShow(cablecast);
  await schedule(cablecast, show, '2026-01-15T18:00:00Z');
  const { id } = (await schedule(cablecast, show, '2026-01-15T20:00:00Z')).body.scheduleItem;
  const move = (runDateTime) => cablecast.put(`/scheduleitems/${id}`, { scheduleItem: { runDateTime } });
  assert.equal((await move('2026-01-15T20:30:00Z')).status, 200);
  assert.equal((await move('2026-01-15T18:30:00Z')).status, 409);
  assert.equal((await cablecast.get(`/scheduleitems/${id}`)).body.scheduleItem.runDateTime, '2026-01-15T20:30:00Z');
});

test('what is marked as deleted stays in the list and frees its time', async () => {
  const cablecast = cablecastAccount();
  const show = await hourLongShow(cablecast);
  const { id } = (await schedule(cablecast, show, '2026-01-15T18:00:00Z')).body.scheduleItem;
  await cablecast.put(`/scheduleitems/${id}`, { scheduleItem: { deleted: true } });
  assert.equal((await schedule(cablecast, show, '2026-01-15T18:00:00Z')).status, 200);
  assert.deepEqual((await cablecast.get('/scheduleitems')).body.scheduleItems.map((item) => item.deleted), [true, false]);
});

test('a time that is none is refused', async () => {
  const cablecast = cablecastAccount();
  const show = await hourLongShow(cablecast);
  assert.equal((await schedule(cablecast, show, 'tomorrow')).status, 400);
  assert.equal((await cablecast.get('/scheduleitems?start=tomorrow')).status, 400);
});
