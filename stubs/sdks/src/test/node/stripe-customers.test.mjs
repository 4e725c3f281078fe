import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripeAccount, stripeClient } from './support.mjs';

test('a customer that was created can be retrieved', async () => {
  const { stripe } = stripeAccount();
  const created = await stripe.customers.create({ name: 'Erika Mustermann', email: 'erika@example.org' });
  assert.match(created.id, /^cus_[A-Za-z0-9]{14}$/);
  assert.equal(created.livemode, false);
  assert.equal((await stripe.customers.retrieve(created.id)).name, 'Erika Mustermann');
});

test('metadata is merged, and an empty value removes its key', async () => {
  const { stripe } = stripeAccount();
  const { id } = await stripe.customers.create({ metadata: { a: '1', b: '2' } });
  const updated = await stripe.customers.update(id, { metadata: { b: '', c: '3' } });
  assert.deepEqual(updated.metadata, { a: '1', c: '3' });
  assert.deepEqual((await stripe.customers.update(id, { metadata: '' })).metadata, {});
});

test('an empty text clears a description, and nested objects are merged', async () => {
  const { stripe } = stripeAccount();
  const { id } = await stripe.customers.create({ description: 'old', address: { city: 'Aachen', country: 'DE' } });
  const updated = await stripe.customers.update(id, { description: '', address: { city: 'Bonn' } });
  assert.equal(updated.description, null);
  assert.equal(updated.address.city, 'Bonn');
  assert.equal((await stripe.customers.update(id, { address: '' })).address, null);
});

test('a deleted customer can be retrieved, but not deleted again or changed', async () => {
  const { stripe } = stripeAccount();
  const { id } = await stripe.customers.create();
  assert.deepEqual({ ...(await stripe.customers.del(id)) }, { id, object: 'customer', deleted: true });
  const deleted = await stripe.customers.retrieve(id);
  assert.deepEqual({ ...deleted }, { id, object: 'customer', deleted: true });
  await assert.rejects(stripe.customers.del(id), { statusCode: 404, code: 'resource_missing', param: 'id', message: `No such customer: '${id}'` });
  await assert.rejects(stripe.customers.update(id, { name: 'x' }), { statusCode: 404, code: 'resource_missing' });
  assert.deepEqual((await stripe.customers.list()).data, []);
});

test('the balance of a customer changes by transactions', async () => {
  const { stripe } = stripeAccount();
  const { id } = await stripe.customers.create();
  const credit = await stripe.customers.createBalanceTransaction(id, { amount: -500, currency: 'eur' });
  assert.equal(credit.ending_balance, -500);
  assert.equal((await stripe.customers.retrieve(id)).balance, -500);
  assert.equal((await stripe.customers.listBalanceTransactions(id)).data[0].id, credit.id);
});

test('a customer has tax ids of its own', async () => {
  const { stripe } = stripeAccount();
  const { id } = await stripe.customers.create();
  const taxId = await stripe.customers.createTaxId(id, { type: 'eu_vat', value: 'DE123456789' });
  assert.equal(taxId.customer, id);
  assert.equal((await stripe.customers.retrieveTaxId(id, taxId.id)).value, 'DE123456789');
  assert.equal((await stripe.customers.listTaxIds(id)).data.length, 1);
  assert.equal((await stripe.customers.retrieve(id, { expand: ['tax_ids'] })).tax_ids.data[0].id, taxId.id);
  assert.equal((await stripe.customers.deleteTaxId(id, taxId.id)).deleted, true);
  await assert.rejects(stripe.customers.createTaxId('cus_none', { type: 'eu_vat', value: 'x' }), { statusCode: 404, param: 'customer' });
});

test('accounts do not see each other, and the keys of one account do', async () => {
  const one = stripeAccount();
  const other = stripeAccount();
  const { id } = await one.stripe.customers.create();
  await assert.rejects(other.stripe.customers.retrieve(id), { code: 'resource_missing' });
  const restricted = stripeClient(one.key.replace('sk_test_', 'rk_test_'));
  assert.equal((await restricted.customers.retrieve(id)).id, id);
});

test('a world can be reset', async () => {
  const { stripe, control } = stripeAccount();
  await stripe.customers.create();
  assert.equal((await control.state()).objects.customer, 1);
  await control.reset();
  assert.deepEqual((await stripe.customers.list()).data, []);
});
