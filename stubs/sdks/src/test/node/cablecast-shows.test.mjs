import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cablecastAccount } from './support.mjs';

test('a show that was created can be read', { todo: "until Cablecast's replay answers" }, async () => {
  const cablecast = cablecastAccount();
  const created = await cablecast.post('/shows', { show: { title: 'Council, 15 January 2026', location: 1 } });
  assert.equal((await cablecast.get(`/shows/${created.body.show.id}`)).body.show.title, 'Council, 15 January 2026');
});
