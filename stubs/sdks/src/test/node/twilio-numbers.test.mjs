// Numbers, lookups, verifications, and the account itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { twilioAccount, twilioClient } from './support.mjs';

test('a number is found, bought, configured and released', async () => {
  const { twilio, sid } = twilioAccount();
  const [available] = await twilio.availablePhoneNumbers('US').local.list({ areaCode: 510, limit: 5 });
  assert.match(available.phoneNumber, /^\+1510/);
  assert.ok(available.capabilities.sms);
  const number = await twilio.incomingPhoneNumbers.create({ phoneNumber: available.phoneNumber, smsUrl: 'https://example.com/sms' });
  assert.match(number.sid, /^PN[0-9a-f]{32}$/);
  assert.deepEqual([number.accountSid, number.smsUrl, number.smsMethod, number.capabilities.voice], [sid, 'https://example.com/sms', 'POST', true]);
  assert.equal((await number.update({ voiceUrl: 'https://example.com/voice', friendlyName: 'Hotline' })).friendlyName, 'Hotline');
  await assert.rejects(number.update({ smsUrl: 'nowhere' }), { status: 400 });
  await twilio.messages.create({ from: number.phoneNumber, to: '+14155550123', body: 'Hello' });
  assert.equal((await twilio.incomingPhoneNumbers.list({ phoneNumber: number.phoneNumber })).length, 1);
  assert.ok((await twilio.availablePhoneNumbers('US').local.list({ areaCode: 510 })).every((each) => each.phoneNumber !== number.phoneNumber));
  assert.equal(await number.remove(), true);
  await assert.rejects(number.fetch(), { code: 20404 });
  await assert.rejects(twilio.messages.create({ from: number.phoneNumber, to: '+14155550123', body: 'Hello' }), { code: 21606 });
});

for (const [what, code] of [
  [{ phoneNumber: '+15005550000' }, 21422],
  [{ phoneNumber: '+15005550001' }, 21421],
  [{ phoneNumber: 'a number' }, 21421],
  [{ areaCode: '533' }, 21452],
  [{ areaCode: '12' }, 21451],
]) {
  test(`a number is not sold with ${code} for ${JSON.stringify(what)}`, async () => {
    const { twilio } = twilioAccount();
    await assert.rejects(twilio.incomingPhoneNumbers.create(what), { status: 400, code });
  });
}

test('the magic number and area code can be bought', async () => {
  const { twilio } = twilioAccount();
  assert.equal((await twilio.incomingPhoneNumbers.create({ phoneNumber: '+15005550006' })).phoneNumber, '+15005550006');
  const inArea = await twilio.incomingPhoneNumbers.create({ areaCode: '500' });
  assert.deepEqual([inArea.phoneNumber, inArea.friendlyName], ['+15005550006', '(500) 555-0006']);
});

test('numbers of other countries and types are for sale', async () => {
  const { twilio } = twilioAccount();
  assert.match((await twilio.availablePhoneNumbers('GB').mobile.list({ limit: 1 }))[0].phoneNumber, /^\+447/);
  assert.match((await twilio.availablePhoneNumbers('US').tollFree.list({ limit: 1 }))[0].phoneNumber, /^\+1888/);
  assert.ok((await twilio.availablePhoneNumbers.list()).length > 100);
});

test('the numbers of an account are listed by type', async () => {
  const { twilio } = twilioAccount();
  for (const phoneNumber of ['+14155550155', '+18885550155']) {
    await twilio.incomingPhoneNumbers.create({ phoneNumber });
  }
  assert.deepEqual((await twilio.incomingPhoneNumbers.tollFree.list()).map(({ phoneNumber }) => phoneNumber), ['+18885550155']);
  assert.deepEqual((await twilio.incomingPhoneNumbers.local.list()).map(({ phoneNumber }) => phoneNumber), ['+14155550155']);
});

test('a lookup says what a number is', async () => {
  const { twilio } = twilioAccount();
  const number = await twilio.lookups.v2.phoneNumbers('+14159929960').fetch({ fields: 'line_type_intelligence' });
  assert.deepEqual(
    [number.valid, number.countryCode, number.callingCountryCode, number.nationalFormat, number.phoneNumber],
    [true, 'US', '1', '(415) 992-9960', '+14159929960'],
  );
  assert.equal(number.lineTypeIntelligence.type, 'mobile');
  assert.equal(number.callerName, null);
  const german = await twilio.lookups.v2.phoneNumbers('0301234567').fetch({ countryCode: 'DE' });
  assert.deepEqual([german.phoneNumber, german.countryCode], ['+49301234567', 'DE']);
});

test('a lookup says what is wrong with a number', async () => {
  const { twilio } = twilioAccount();
  const errors = async (number) => {
    const { valid, validationErrors } = await twilio.lookups.v2.phoneNumbers(number).fetch();
    return [valid, validationErrors];
  };
  assert.deepEqual(await errors('+141599299600'), [false, ['TOO_LONG']]);
  assert.deepEqual(await errors('+1415992'), [false, ['TOO_SHORT']]);
  assert.deepEqual(await errors('hello'), [false, ['NOT_A_NUMBER']]);
});

const TO = '+14155550123';

async function verifyService() {
  const account = twilioAccount();
  const service = await account.twilio.verify.v2.services.create({ friendlyName: 'Treaty' });
  const verify = account.twilio.verify.v2.services(service.sid);
  const code = async () => (await account.control.get(`/verifications?to=${encodeURIComponent(TO)}`)).code;
  return { ...account, service, verify, code };
}

test('a code that was sent is approved once', async () => {
  const { verify, service, code } = await verifyService();
  const sent = await verify.verifications.create({ to: TO, channel: 'sms' });
  assert.match(sent.sid, /^VE[0-9a-f]{32}$/);
  assert.deepEqual([sent.status, sent.valid, sent.channel, sent.to, sent.serviceSid], ['pending', false, 'sms', TO, service.sid]);
  assert.match(await code(), /^\d{6}$/);
  const wrong = await verify.verificationChecks.create({ to: TO, code: '0000' });
  assert.deepEqual([wrong.status, wrong.valid], ['pending', false]);
  const right = await verify.verificationChecks.create({ to: TO, code: await code() });
  assert.deepEqual([right.status, right.valid, right.sid], ['approved', true, sent.sid]);
  await assert.rejects(verify.verificationChecks.create({ to: TO, code: '0000' }), { status: 404, code: 20404 });
});

test('a code expires after ten minutes', async () => {
  const { verify, control, code } = await verifyService();
  await verify.verifications.create({ to: TO, channel: 'sms' });
  await control.advance('PT9M');
  assert.equal((await verify.verifications(TO).fetch()).status, 'pending');
  await control.advance('PT1M');
  await assert.rejects(verify.verificationChecks.create({ to: TO, code: await code() }), { status: 404, code: 20404 });
});

test('a code of the application has four to ten characters, if the service allows it', async () => {
  const { verify, code } = await verifyService();
  const create = (service, customCode) => service.verifications.create({ to: TO, channel: 'sms', customCode });
  await assert.rejects(create(verify, '1234'), { code: 60204 });
  await verify.update({ customCodeEnabled: true });
  await assert.rejects(create(verify, '123'), { status: 400, code: 60200 });
  await create(verify, '1234');
  assert.equal(await code(), '1234');
});

test('a verification is canceled', async () => {
  const { verify, code } = await verifyService();
  const sent = await verify.verifications.create({ to: TO, channel: 'call' });
  assert.equal((await verify.verifications(sent.sid).update({ status: 'canceled' })).status, 'canceled');
  await assert.rejects(verify.verificationChecks.create({ to: TO, code: await code() }), { code: 20404 });
});

test('a code is sent and checked five times at most', async () => {
  const { verify } = await verifyService();
  for (let i = 1; i <= 5; i++) {
    assert.equal((await verify.verifications.create({ to: TO, channel: 'sms' })).sendCodeAttempts.length, i);
    assert.equal((await verify.verificationChecks.create({ to: TO, code: '0000' })).valid, false);
  }
  await assert.rejects(verify.verifications.create({ to: TO, channel: 'sms' }), { status: 429, code: 60203 });
  await assert.rejects(verify.verificationChecks.create({ to: TO, code: '0000' }), { status: 429, code: 60202 });
});

test('a verification needs a valid recipient, channel and service', async () => {
  const { verify, twilio } = await verifyService();
  await assert.rejects(verify.verifications.create({ to: '12', channel: 'sms' }), { status: 400, code: 60200 });
  await assert.rejects(verify.verifications.create({ to: TO, channel: 'fax' }), { status: 400, code: 60200 });
  assert.equal((await verify.verifications.create({ to: 'erika@example.com', channel: 'email' })).status, 'pending');
  const nowhere = twilio.verify.v2.services(`VA${'0'.repeat(32)}`);
  await assert.rejects(nowhere.verifications.create({ to: TO, channel: 'sms' }), { status: 404, code: 20404 });
});

test('an account shows itself, its subaccounts and its balance', async () => {
  const { twilio, sid } = twilioAccount();
  const account = await twilio.api.v2010.accounts(sid).fetch();
  assert.deepEqual([account.sid, account.status, account.type], [sid, 'active', 'Full']);
  const sub = await twilio.api.v2010.accounts.create({ friendlyName: 'Sub' });
  assert.equal((await twilio.api.v2010.accounts.list()).length, 2);
  await twilio.api.v2010.accounts(sub.sid).messages.create({ from: '+15005550006', to: TO, body: 'Hello' });
  assert.equal((await twilio.api.v2010.accounts(sub.sid).messages.list()).length, 1);
  assert.equal((await twilio.messages.list()).length, 0);
  assert.equal((await twilio.balance.fetch()).currency, 'USD');
});

test('an API key works until it is deleted', async () => {
  const { twilio, sid } = twilioAccount();
  const key = await twilio.newKeys.create({ friendlyName: 'CI' });
  const withKey = twilioClient(key.sid, key.secret, { accountSid: sid });
  await withKey.messages.create({ from: '+15005550006', to: TO, body: 'Hello' });
  assert.equal((await twilio.messages.list()).length, 1);
  await assert.rejects(twilioClient(key.sid, 'other', { accountSid: sid }).messages.list(), { status: 401, code: 20003 });
  assert.equal((await twilio.keys(key.sid).update({ friendlyName: 'Build' })).friendlyName, 'Build');
  await twilio.keys(key.sid).remove();
  await assert.rejects(withKey.messages.list(), { status: 401, code: 20003 });
});
