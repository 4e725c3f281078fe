import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { receiver, stripeAccount } from './support.mjs';

async function endpoint(t, stripe, options = {}) {
  const app = await receiver(t);
  const created = await stripe.webhookEndpoints.create({ url: app.url('/hook'), enabled_events: ['*'], ...options });
  return { app, endpoint: created };
}

test('an event reaches the application, signed', async (t) => {
  const { stripe, control } = stripeAccount();
  const { app, endpoint: { secret } } = await endpoint(t, stripe);
  const { id } = await stripe.customers.create({ name: 'Erika' });
  await control.advance('PT1S');
  const [received] = app.at('/hook');
  const event = await stripe.webhooks.constructEventAsync(received.body, received.headers['stripe-signature'], secret, 1e9);
  assert.equal(event.type, 'customer.created');
  assert.equal(event.data.object.id, id);
  assert.equal(event.livemode, false);
  assert.throws(() => stripe.webhooks.constructEvent(received.body, received.headers['stripe-signature'], 'whsec_other', 1e9), /signature/);
});

test('the secret of an endpoint is shown once', async (t) => {
  const { stripe } = stripeAccount();
  const { endpoint: created } = await endpoint(t, stripe);
  assert.match(created.secret, /^whsec_/);
  assert.equal(created.status, 'enabled');
  assert.equal((await stripe.webhookEndpoints.retrieve(created.id)).secret, undefined);
  assert.equal((await stripe.webhookEndpoints.list()).data[0].secret, undefined);
});

test('an endpoint gets the events that it wants, unless it is disabled or deleted', async (t) => {
  const { stripe, control } = stripeAccount();
  const { app, endpoint: { id } } = await endpoint(t, stripe, { enabled_events: ['customer.updated'] });
  const customer = await stripe.customers.create();
  await stripe.customers.update(customer.id, { name: 'a' });
  await control.advance('PT1S');
  assert.deepEqual(app.at('/hook').map(({ body }) => JSON.parse(body).type), ['customer.updated']);
  assert.equal((await stripe.webhookEndpoints.update(id, { disabled: true })).status, 'disabled');
  await stripe.customers.update(customer.id, { name: 'b' });
  await stripe.webhookEndpoints.update(id, { disabled: false });
  await stripe.webhookEndpoints.del(id);
  await stripe.customers.update(customer.id, { name: 'c' });
  await control.advance('PT1S');
  assert.equal(app.at('/hook').length, 1);
});

test('an event is sent again until the application accepts it', async (t) => {
  const { stripe, control } = stripeAccount();
  const { app } = await endpoint(t, stripe);
  app.reply('/hook', 500);
  const { id } = await stripe.customers.create();
  await control.advance('PT1M');
  assert.equal(app.at('/hook').length, 1);
  assert.equal((await stripe.events.list({ type: 'customer.created' })).data[0].pending_webhooks, 1);
  app.reply('/hook', 200);
  await control.advance('PT3H');
  assert.equal(app.at('/hook').length, 2);
  assert.equal(JSON.parse(app.at('/hook')[1].body).id, JSON.parse(app.at('/hook')[0].body).id);
  assert.equal((await stripe.events.list({ type: 'customer.created' })).data[0].pending_webhooks, 0);
  assert.equal((await control.webhooks()).deliveries[0].status, 'delivered');
  assert.match(id, /^cus_/);
});

test('after three retries Stripe gives up, and the event can be sent again by hand', async (t) => {
  const { stripe, control } = stripeAccount();
  const { app } = await endpoint(t, stripe);
  app.reply('/hook', 500);
  await stripe.customers.create();
  await control.advance('P3D');
  assert.equal(app.at('/hook').length, 4);
  const [{ id, status }] = (await control.webhooks()).deliveries;
  assert.equal(status, 'failed');
  assert.equal((await stripe.events.list({ delivery_success: false })).data.length, 1);
  app.reply('/hook', 200);
  await control.post(`/webhooks/${id}/resend`);
  await control.advance('PT1S');
  assert.equal((await control.webhooks()).deliveries[0].status, 'delivered');
});

test('an update says what was before, and which request did it', async () => {
  const { stripe } = stripeAccount();
  const { id } = await stripe.customers.create({ name: 'Erika', metadata: { a: '1' }, address: { city: 'Aachen' } });
  const idempotencyKey = randomUUID();
  const updated = await stripe.customers.update(id, { name: 'Max', metadata: { b: '2' }, address: { city: 'Bonn' } }, { idempotencyKey });
  const [event] = (await stripe.events.list({ type: 'customer.updated' })).data;
  assert.deepEqual(event.data.previous_attributes, { name: 'Erika', metadata: { b: null }, address: { city: 'Aachen' } });
  assert.deepEqual({ ...event.request }, { id: updated.lastResponse.requestId, idempotency_key: idempotencyKey });
  assert.equal((await stripe.events.retrieve(event.id)).data.object.name, 'Max');
});

test('an update that changes nothing is no event', async () => {
  const { stripe } = stripeAccount();
  const { id } = await stripe.customers.create({ name: 'Erika' });
  await stripe.customers.update(id, { name: 'Erika' });
  assert.deepEqual((await stripe.events.list({ type: 'customer.updated' })).data, []);
});

test('events are listed by types and time', async () => {
  const { stripe } = stripeAccount();
  const { id } = await stripe.customers.create();
  await stripe.customers.del(id);
  assert.deepEqual((await stripe.events.list()).data.map(({ type }) => type), ['customer.deleted', 'customer.created']);
  assert.equal((await stripe.events.list({ types: ['customer.deleted', 'charge.failed'] })).data.length, 1);
  assert.equal((await stripe.events.list({ type: 'customer.*' })).data.length, 2);
  assert.equal((await stripe.events.list({ created: { gt: 9999999999 } })).data.length, 0);
});

test('an endpoint may want another version of the API', async (t) => {
  const { stripe, control } = stripeAccount();
  const { app } = await endpoint(t, stripe, { api_version: '2024-06-20' });
  await stripe.customers.create();
  await control.advance('PT1S');
  assert.equal(JSON.parse(app.at('/hook')[0].body).api_version, '2024-06-20');
  await assert.rejects(stripe.webhookEndpoints.create({ url: 'http://127.0.0.1/', enabled_events: ['moon.landed'] }), { param: 'enabled_events[0]' });
  await assert.rejects(stripe.webhookEndpoints.create({ url: 'nowhere', enabled_events: ['*'] }), { code: 'url_invalid', param: 'url' });
});
