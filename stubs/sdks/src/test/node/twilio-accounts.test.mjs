// Subaccounts, caller ids and usage with npm twilio, written against twilio.com/docs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiver, twilioAccount, twilioClient } from './support.mjs';

const FROM = '+15005550006';
const TO = '+14155550123';
const HOME = '+14158675310';

const send = (twilio) => twilio.messages.create({ from: FROM, to: TO, body: 'Hello' });

test('a subaccount is used with its own credentials, and sees nothing of its parent', async () => {
  const parent = twilioAccount();
  const { sid, authToken } = await parent.twilio.api.v2010.accounts.create({ friendlyName: 'Sub' });
  const sub = twilioClient(sid, authToken);
  assert.equal((await send(sub)).accountSid, sid);
  assert.equal((await parent.twilio.messages.list()).length, 0);
  assert.equal((await twilioClient(parent.sid, parent.token, { accountSid: sid }).messages.list()).length, 1);
  assert.deepEqual((await sub.api.v2010.accounts.list()).map((account) => account.sid), [sid]);
  await assert.rejects(twilioClient(sid, authToken, { accountSid: parent.sid }).messages.list(), { status: 404 });
  await assert.rejects(twilioClient(sid, 'another token').messages.list(), { code: 20003, status: 401 });
  await assert.rejects(sub.api.v2010.accounts.create({}), { code: 21101 });
});

test('a closed subaccount stays closed, and an account does not close itself', async () => {
  const parent = twilioAccount();
  const { sid, authToken } = await parent.twilio.api.v2010.accounts.create({});
  const update = (account, status) => parent.twilio.api.v2010.accounts(account).update({ status });
  await update(sid, 'suspended');
  await update(sid, 'active');
  await update(sid, 'closed');
  await assert.rejects(update(sid, 'active'), { code: 21479 });
  await assert.rejects(send(twilioClient(sid, authToken)), { status: 401 });
  await assert.rejects(update(parent.sid, 'closed'), { code: 21477 });
});

test('calls are made from a number that was verified', async (t) => {
  const { twilio, control } = twilioAccount();
  const app = await receiver(t);
  const request = await twilio.validationRequests.create({ phoneNumber: HOME, friendlyName: 'Home', statusCallback: app.url('/done') });
  assert.match(request.validationCode, /^\d{6}$/);
  const call = () => twilio.calls.create({ from: HOME, to: TO, twiml: '<Response/>' });
  await assert.rejects(call(), { code: 21210 });
  await control.advance('PT1M');
  const [callerId] = await twilio.outgoingCallerIds.list({ phoneNumber: HOME });
  assert.equal(callerId.friendlyName, 'Home');
  const [told] = app.at('/done');
  assert.deepEqual([told.form.VerificationStatus, told.form.OutgoingCallerIdSid], ['success', callerId.sid]);
  assert.equal((await call()).from, HOME);
  await assert.rejects(twilio.messages.create({ from: HOME, to: TO, body: 'Hello' }), { code: 21606 });
  await assert.rejects(twilio.validationRequests.create({ phoneNumber: HOME }), { code: 21450 });
  await twilio.outgoingCallerIds(callerId.sid).remove();
  await assert.rejects(call(), { code: 21210 });
});

test('usage is counted by category and time', async () => {
  const { twilio, control } = twilioAccount();
  for (let i = 0; i < 3; i++) {
    await send(twilio);
  }
  await twilio.calls.create({ from: FROM, to: TO, twiml: '<Response><Pause length="70"/></Response>' });
  await control.advance('PT3M');
  const records = Object.fromEntries((await twilio.usage.records.list()).map((record) => [record.category, record]));
  assert.deepEqual([records['sms-outbound'].count, records.sms.price], ['3', '0.02250']);
  assert.deepEqual([records.calls.usage, records.calls.usageUnit], ['2', 'minutes']);
  assert.equal((await twilio.usage.records.today.list({ category: 'sms' }))[0].count, '3');
  assert.equal((await twilio.usage.records.yesterday.list({ category: 'sms' })).length, 0);
  assert.equal((await twilio.usage.records.monthly.list({ category: 'sms' })).length, 1);
});
