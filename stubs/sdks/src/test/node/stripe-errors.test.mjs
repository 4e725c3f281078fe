import assert from 'node:assert/strict';
import { test } from 'node:test';
import { request, stripeAccount, stripeClient, urls } from './support.mjs';

const form = (fields) => new URLSearchParams(fields);

test('a key that is missing, malformed or live is refused', async () => {
  await assert.rejects(stripeClient('sk_nonsense').customers.list(), { type: 'StripeAuthenticationError', statusCode: 401, message: /Invalid API Key provided: sk_/ });
  await assert.rejects(stripeClient('sk_test_revoked').customers.list(), { type: 'StripeAuthenticationError' });
  await assert.rejects(stripeClient('sk_live_0123456789').customers.list(), { statusCode: 401, message: /live/ });
  const without = await request('GET', `${urls.stripe}/v1/customers`);
  assert.equal(without.status, 401);
  assert.match(without.body.error.message, /You did not provide an API key/);
  assert.doesNotMatch((await request('GET', `${urls.stripe}/v1/customers`, { authorization: 'Bearer nonsense_of_a_key' })).body.error.message, /nonsense_of/);
});

test('a publishable key may not do what needs a secret one', async () => {
  const { key } = stripeAccount();
  await assert.rejects(stripeClient(key.replace('sk_', 'pk_')).customers.list(), { type: 'StripePermissionError', statusCode: 403 });
});

test('the key may be the user of basic authentication', async () => {
  const { key } = stripeAccount();
  const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
  assert.equal((await request('GET', `${urls.stripe}/v1/customers`, { authorization })).status, 200);
});

test('unknown parameters are refused by name', async () => {
  const { stripe } = stripeAccount();
  const refused = { type: 'StripeInvalidRequestError', statusCode: 400, code: 'parameter_unknown' };
  await assert.rejects(stripe.customers.create({ emial: 'x' }), { ...refused, param: 'emial', message: 'Received unknown parameter: emial. Did you mean email?' });
  await assert.rejects(stripe.customers.create({ address: { moon: 'x' } }), { ...refused, param: 'address[moon]' });
  await assert.rejects(stripe.customers.create({ moon: 1, sun: 2 }), { ...refused, message: 'Received unknown parameters: moon, sun' });
});

test('missing parameters are named', async () => {
  const { stripe } = stripeAccount();
  await assert.rejects(stripe.paymentIntents.create({ currency: 'eur' }), { code: 'parameter_missing', param: 'amount', message: 'Missing required param: amount.' });
  await assert.rejects(stripe.customers.create({ shipping: { name: 'x' } }), { code: 'parameter_missing', param: 'shipping[address]' });
});

test('values of the wrong type are refused', async () => {
  const { stripe } = stripeAccount();
  await assert.rejects(stripe.paymentIntents.create({ amount: 'abc', currency: 'eur' }), { code: 'parameter_invalid_integer', param: 'amount', message: 'Invalid integer: abc' });
  await assert.rejects(stripe.paymentIntents.create({ amount: 2000, currency: 'eur', confirm: 'maybe' }), { param: 'confirm', message: 'Invalid boolean: maybe' });
  await assert.rejects(stripe.paymentIntents.create({ amount: 2000, currency: 'eur', capture_method: 'later' }), {
    param: 'capture_method',
    message: 'Invalid capture_method: must be one of automatic, automatic_async, or manual',
  });
  await assert.rejects(stripe.customers.create({ metadata: 'text' }), { param: 'metadata', message: 'Invalid object' });
  await assert.rejects(stripe.customers.create({ name: { first: 'x' } }), { param: 'name', message: /Invalid string/ });
  await assert.rejects(stripe.customers.create({ preferred_locales: 'de' }), { param: 'preferred_locales', message: 'Invalid array' });
});

test('an empty text where nothing can be cleared is refused', async () => {
  const { stripe } = stripeAccount();
  await assert.rejects(stripe.paymentIntents.create({ amount: '', currency: 'eur' }), { code: 'parameter_invalid_empty', param: 'amount', message: /You passed an empty string for 'amount'/ });
});

test('currencies and addresses of mail are checked', async () => {
  const { stripe } = stripeAccount();
  await assert.rejects(stripe.paymentIntents.create({ amount: 2000, currency: 'xyz' }), { param: 'currency', message: /Invalid currency: xyz/ });
  await assert.rejects(stripe.customers.create({ email: 'nobody' }), { code: 'email_invalid', param: 'email' });
});

test('metadata has limits', async () => {
  const { stripe } = stripeAccount();
  const keys = (count) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 'v']));
  await assert.rejects(stripe.customers.create({ metadata: { [`k${'x'.repeat(40)}`]: 'v' } }), /Metadata keys can have up to 40 characters/);
  await assert.rejects(stripe.customers.create({ metadata: { k: 'x'.repeat(501) } }), /Metadata values can have up to 500 characters/);
  await assert.rejects(stripe.customers.create({ metadata: keys(51) }), /50 keys/);
  const { id } = await stripe.customers.create({ metadata: keys(50) });
  await assert.rejects(stripe.customers.update(id, { metadata: { more: 'v' } }), /50 keys/);
});

test('a URL that Stripe does not have is a typed error that says what the stub does not cover', async () => {
  const { key, stripe } = stripeAccount();
  await assert.rejects(stripe.rawRequest('GET', '/v1/moons'), { type: 'StripeInvalidRequestError', statusCode: 404, message: /Unrecognized request URL \(GET: \/v1\/moons\)/ });
  const response = await request('GET', `${urls.stripe}/v1/moons`, { authorization: `Bearer ${key}`, headers: { accept: 'application/json', 'user-agent': 'test' } });
  assert.ok(response.headers.get('treaty-not-covered'));
});

test('every response has a request id and the version that was asked for', async () => {
  const { stripe } = stripeAccount({ apiVersion: '2024-06-20' });
  const { lastResponse } = await stripe.customers.create();
  assert.match(lastResponse.requestId, /^req_/);
  assert.equal(lastResponse.apiVersion, '2024-06-20');
  await assert.rejects(stripe.customers.retrieve('cus_none'), ({ requestId, headers }) => /^req_/.test(requestId) && headers['stripe-version'] === '2024-06-20');
  await assert.rejects(stripeAccount({ apiVersion: 'yesterday' }).stripe.customers.list(), { statusCode: 400, message: 'Invalid Stripe API version: yesterday' });
});

test('what is not simulated says so', async () => {
  const { stripe } = stripeAccount();
  const location = await stripe.terminal.readers.list();
  assert.equal(location.lastResponse.headers['treaty-not-covered'], 'behaviour');
  assert.equal((await stripe.customers.list()).lastResponse.headers['treaty-not-covered'], undefined);
});

test('JSON is not a form', async () => {
  const { key } = stripeAccount();
  const response = await request('POST', `${urls.stripe}/v1/customers`, { authorization: `Bearer ${key}`, body: { name: 'x' } });
  assert.equal(response.status, 400);
  assert.equal(response.body.error.type, 'invalid_request_error');
});

test('a form may be sent by hand', async () => {
  const { key } = stripeAccount();
  const response = await request('POST', `${urls.stripe}/v1/customers`, {
    authorization: `Bearer ${key}`,
    body: form({ 'metadata[6735]': 'x', 'preferred_locales[]': 'de' }),
  });
  assert.deepEqual(response.body.metadata, { 6735: 'x' });
  assert.deepEqual(response.body.preferred_locales, ['de']);
});
