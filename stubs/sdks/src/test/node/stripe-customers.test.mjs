import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripeAccount } from './support.mjs';

test('a customer that was created can be retrieved', { todo: "until Stripe's replay answers" }, async () => {
  const { stripe } = stripeAccount();
  const created = await stripe.customers.create({ name: 'Erika Mustermann', email: 'erika@example.org' });
  assert.equal((await stripe.customers.retrieve(created.id)).name, 'Erika Mustermann');
});
