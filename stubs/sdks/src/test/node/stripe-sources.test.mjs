// What customers paid with before there were PaymentMethods: tokens, cards, bank accounts and sources, with npm stripe.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripeAccount } from './support.mjs';

const charge = (stripe, more) => stripe.charges.create({ amount: 1200, currency: 'usd', ...more });

test('a token is charged, or declined', async () => {
  const { stripe } = stripeAccount();
  const paid = await charge(stripe, { source: 'tok_visa' });
  assert.deepEqual([paid.status, paid.source.object, paid.source.last4], ['succeeded', 'card', '4242']);
  await assert.rejects(charge(stripe, { source: 'tok_chargeDeclined' }), { code: 'card_declined', statusCode: 402 });
});

test('a customer is charged with the default source, or another one of theirs', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create({ source: 'tok_visa' });
  assert.equal((await charge(stripe, { customer: customer.id })).source.id, customer.default_source);
  const other = await stripe.customers.createSource(customer.id, { source: 'tok_mastercard' });
  assert.equal((await charge(stripe, { customer: customer.id, source: other.id })).source.brand, 'MasterCard');
  await assert.rejects(charge(stripe, { customer: customer.id, source: 'tok_visa' }), /does not have a linked source with ID tok_visa/);
  const { default_source, sources } = await stripe.customers.retrieve(customer.id, { expand: ['default_source', 'sources'] });
  assert.deepEqual([default_source.last4, sources.data.length], ['4242', 2]);
});

test('a new default takes the place of the old one', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create({ source: 'tok_visa' });
  const updated = await stripe.customers.update(customer.id, { source: 'tok_mastercard' });
  assert.notEqual(updated.default_source, customer.default_source);
  assert.deepEqual((await stripe.customers.listSources(customer.id)).data.map((source) => source.last4), ['4444']);
});

test('a source is attached to a customer and charged', async () => {
  const { stripe } = stripeAccount();
  const source = await stripe.sources.create({ type: 'card', token: 'tok_visa' });
  assert.deepEqual([source.status, source.card.last4], ['chargeable', '4242']);
  const customer = await stripe.customers.create({ source: source.id });
  assert.equal(customer.default_source, source.id);
  assert.equal((await charge(stripe, { customer: customer.id })).source.id, source.id);
});

test('a bank account is charged after it was verified, which takes days', async () => {
  const { stripe, control } = stripeAccount();
  const bank_account = { country: 'US', currency: 'usd', account_number: '000123456789', routing_number: '110000000' };
  const token = await stripe.tokens.create({ bank_account });
  assert.match(token.id, /^btok_/);
  const customer = await stripe.customers.create({ source: token.id });
  const source = customer.default_source;
  await assert.rejects(charge(stripe, { customer: customer.id, source }), /must be verified/);
  await assert.rejects(stripe.customers.verifySource(customer.id, source, { amounts: [1, 2] }), { statusCode: 400 });
  assert.equal((await stripe.customers.verifySource(customer.id, source, { amounts: [32, 45] })).status, 'verified');
  const pending = await charge(stripe, { customer: customer.id, source });
  assert.equal(pending.status, 'pending');
  await control.advance('P5D');
  assert.equal((await stripe.charges.retrieve(pending.id)).status, 'succeeded');
});
