import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { stripeAccount } from './support.mjs';

test('the same request with the same key is executed once', async () => {
  const { stripe } = stripeAccount();
  const idempotencyKey = randomUUID();
  const first = await stripe.customers.create({ name: 'Erika' }, { idempotencyKey });
  const second = await stripe.customers.create({ name: 'Erika' }, { idempotencyKey });
  assert.equal(second.id, first.id);
  assert.equal(second.lastResponse.headers['idempotent-replayed'], 'true');
  assert.equal(second.lastResponse.headers['original-request'], first.lastResponse.requestId);
  assert.notEqual(second.lastResponse.requestId, first.lastResponse.requestId);
  assert.equal(second.lastResponse.idempotencyKey, idempotencyKey);
  assert.equal(first.lastResponse.headers['idempotent-replayed'], undefined);
  assert.equal((await stripe.customers.list()).data.length, 1);
});

test('a key belongs to its parameters and its endpoint', async () => {
  const { stripe } = stripeAccount();
  const idempotencyKey = randomUUID();
  const { id } = await stripe.customers.create({ name: 'Erika' }, { idempotencyKey });
  const refused = { type: 'StripeIdempotencyError', statusCode: 400, code: undefined };
  await assert.rejects(stripe.customers.create({ name: 'Max' }, { idempotencyKey }), { ...refused, message: /can only be used with the same parameters they were first used with/ });
  await assert.rejects(stripe.customers.update(id, { name: 'Erika' }, { idempotencyKey }), { ...refused, message: /can only be used for the same endpoint they were first used for/ });
});

test('ten requests at once with the same key have one effect', async () => {
  const { stripe } = stripeAccount();
  const idempotencyKey = randomUUID();
  const created = await Promise.all(Array.from({ length: 10 }, () => stripe.customers.create({ name: 'Erika' }, { idempotencyKey })));
  assert.equal(new Set(created.map(({ id }) => id)).size, 1);
  assert.equal(created.filter(({ lastResponse }) => lastResponse.headers['idempotent-replayed'] === 'true').length, 9);
  assert.equal((await stripe.customers.list()).data.length, 1);
});

test('a key is forgotten after a day', async () => {
  const { stripe, control } = stripeAccount();
  const idempotencyKey = randomUUID();
  const first = await stripe.customers.create({}, { idempotencyKey });
  await control.advance('PT23H');
  assert.equal((await stripe.customers.create({}, { idempotencyKey })).id, first.id);
  await control.advance('PT2H');
  assert.notEqual((await stripe.customers.create({}, { idempotencyKey })).id, first.id);
});

test('parameters that were refused may be mended with the same key', async () => {
  const { stripe } = stripeAccount();
  const idempotencyKey = randomUUID();
  await assert.rejects(stripe.customers.create({ emial: 'x' }, { idempotencyKey }), { code: 'parameter_unknown' });
  assert.match((await stripe.customers.create({ email: 'x@example.org' }, { idempotencyKey })).id, /^cus_/);
});

test('a key that is too long is refused', async () => {
  const { stripe } = stripeAccount();
  await assert.rejects(stripe.customers.create({}, { idempotencyKey: 'k'.repeat(256) }), { statusCode: 400 });
});
