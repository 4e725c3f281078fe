// Calls of Twilio: made and received, by the clock, with their TwiML, callbacks and recordings.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiver, request, twilioAccount, twilioSdk, urls } from './support.mjs';

const FROM = '+15005550006';
const TO = '+14155550123';
const SAY = '<Response><Say>The polls are open until eight.</Say></Response>';
const EVENTS = ['initiated', 'ringing', 'answered', 'completed'];

const refused = (code) => (error) => {
  assert.equal(error.code, code, error.message);
  assert.equal(error.moreInfo, `https://www.twilio.com/docs/errors/${code}`);
  return true;
};
const statuses = (app, path = '/status') => app.at(path).map((each) => each.form.CallStatus);

/** Whether the SDK accepts the signature of a request to the application. */
function signed(app, token, received) {
  const query = new URLSearchParams(received.query).toString();
  const url = app.url(received.path) + (query ? `?${query}` : '');
  return twilioSdk.validateRequest(token, received.headers['x-twilio-signature'], url, received.method === 'GET' ? {} : received.form);
}

test('a call is queued, rings, is answered and completed by the clock', async () => {
  const { twilio, control } = twilioAccount();
  const call = await twilio.calls.create({ to: TO, from: FROM, twiml: '<Response><Pause length="20"/></Response>' });
  assert.equal(call.status, 'queued');
  assert.match(call.sid, /^CA[0-9a-f]{32}$/);
  assert.equal(call.direction, 'outbound-api');
  const at = async (duration) => {
    await control.advance(duration);
    return (await twilio.calls(call.sid).fetch()).status;
  };
  assert.equal(await at('PT1S'), 'ringing');
  assert.equal(await at('PT3S'), 'in-progress');
  assert.equal(await at('PT30S'), 'completed');
  const ended = await twilio.calls(call.sid).fetch();
  assert.equal(ended.duration, '20');
  assert.equal(ended.priceUnit, 'USD');
  assert.ok(Number(ended.price) < 0);
  assert.ok(ended.endTime - ended.startTime === 20_000);
});

test('a call has the whole shape of the resource', async () => {
  const { sid, twilio, control } = twilioAccount();
  const call = await twilio.calls.create({ to: '(415) 555-0123', from: FROM, twiml: SAY });
  const path = `/2010-04-01/Accounts/${sid}/Calls/${call.sid}`;
  const raw = await request('GET', `${urls.twilio}${path}.json`, { authorization: 'Basic ' + Buffer.from(`${sid}:${twilio.password}`).toString('base64') });
  assert.equal(raw.body.to, TO);
  assert.equal(raw.body.to_formatted, '(415) 555-0123');
  assert.match(raw.body.date_created, /^\w{3}, \d{2} \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/);
  assert.equal(raw.body.api_version, '2010-04-01');
  assert.equal(raw.body.uri, `${path}.json`);
  assert.equal(raw.body.subresource_uris.recordings, `${path}/Recordings.json`);
  for (const field of ['answered_by', 'caller_name', 'duration', 'end_time', 'forwarded_from', 'group_sid', 'parent_call_sid', 'price', 'start_time', 'trunk_sid']) {
    assert.ok(field in raw.body, field);
    assert.equal(raw.body[field], null, field);
  }
  assert.ok(!Object.keys(raw.body).some((field) => field.startsWith('_')));
  await control.advance('PT1M');
});

test('each status is posted to the application in its order, signed', async (t) => {
  const app = await receiver(t);
  const { sid, token, twilio, control } = twilioAccount();
  const call = await twilio.calls.create({ to: TO, from: FROM, twiml: SAY, statusCallback: app.url('/status?campaign=7'), statusCallbackEvent: EVENTS });
  await control.advance('PT1M');
  assert.deepEqual(statuses(app), ['initiated', 'ringing', 'in-progress', 'completed']);
  assert.deepEqual(app.at('/status').map((each) => each.form.SequenceNumber), ['0', '1', '2', '3']);
  for (const each of app.at('/status')) {
    assert.ok(signed(app, token, each));
    assert.equal(each.form.CallSid, call.sid);
    assert.equal(each.form.AccountSid, sid);
    assert.equal(each.form.CallbackSource, 'call-progress-events');
    assert.ok(each.form.Timestamp);
  }
  assert.equal(app.at('/status').at(-1).form.CallDuration, (await twilio.calls(call.sid).fetch()).duration);
});

test('without events, only the end is posted', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  await twilio.calls.create({ to: TO, from: FROM, twiml: SAY, statusCallback: app.url('/status'), statusCallbackMethod: 'GET' });
  await control.advance('PT1M');
  assert.equal(app.at('/status').length, 1);
  assert.equal(app.at('/status')[0].method, 'GET');
  assert.equal(app.at('/status')[0].query.CallStatus, 'completed');
});

for (const [to, last] of [['+15005550031', 'busy'], ['+15005550032', 'no-answer'], ['+15005550033', 'failed']]) {
  test(`a call to ${to} is ${last}`, async (t) => {
    const app = await receiver(t);
    const { twilio, control } = twilioAccount();
    const call = await twilio.calls.create({ to, from: FROM, url: app.url('/voice'), statusCallback: app.url('/status'), statusCallbackEvent: EVENTS });
    await control.advance('PT1M');
    const ended = await twilio.calls(call.sid).fetch();
    assert.equal(ended.status, last);
    assert.equal(ended.duration, '0');
    assert.equal(statuses(app).at(-1), last);
    assert.ok(!statuses(app).includes('in-progress'));
    assert.equal(app.at('/voice').length, 0);
  });
}

test('a call that is not answered rings as long as its time-out', async () => {
  const { twilio, control } = twilioAccount();
  const call = await twilio.calls.create({ to: '+15005550032', from: FROM, twiml: SAY, timeout: 20 });
  await control.advance('PT10S');
  assert.equal((await twilio.calls(call.sid).fetch()).status, 'ringing');
  await control.advance('PT10S');
  assert.equal((await twilio.calls(call.sid).fetch()).status, 'no-answer');
});

for (const [to, code] of [['+15005550001', 21217], ['+15005550002', 21214], ['+15005550003', 21215], ['+15005550004', 21216], ['nobody', 21211]]) {
  test(`a call to ${to} is refused with ${code}`, async () => {
    const { twilio } = twilioAccount();
    await assert.rejects(twilio.calls.create({ to, from: FROM, twiml: SAY }), refused(code));
    assert.deepEqual(await twilio.calls.list(), []);
  });
}

for (const [from, code] of [['+15005550001', 21212], ['+14155550199', 21210]]) {
  test(`a call from ${from} is refused with ${code}`, async () => {
    const { twilio } = twilioAccount();
    await assert.rejects(twilio.calls.create({ to: TO, from, twiml: SAY }), refused(code));
  });
}

test('what is missing or invalid is refused', async () => {
  const { sid, token } = twilioAccount();
  const post = async (fields) => {
    const response = await request('POST', `${urls.twilio}/2010-04-01/Accounts/${sid}/Calls.json`, {
      authorization: 'Basic ' + Buffer.from(`${sid}:${token}`).toString('base64'),
      body: new URLSearchParams(fields),
    });
    assert.equal(response.status, 400);
    return response.body.code;
  };
  assert.equal(await post({ From: FROM, Twiml: SAY }), 21201);
  assert.equal(await post({ To: TO, Twiml: SAY }), 21213);
  assert.equal(await post({ To: TO, From: FROM }), 21205);
  assert.equal(await post({ To: TO, From: FROM, Url: 'voice.xml' }), 21205);
  assert.equal(await post({ To: TO, From: FROM, Twiml: SAY, StatusCallback: 'nowhere' }), 21609);
  assert.equal(await post({ To: TO, From: FROM, Twiml: SAY, Method: 'PUT' }), 21209);
  assert.equal(await post({ To: TO, From: FROM, Twiml: SAY, SendDigits: 'x' }), 21206);
  assert.equal(await post({ To: TO, From: FROM, ApplicationSid: 'AP' + '0'.repeat(32) }), 21218);
});

test('a call from a number that the account has bought names it', async () => {
  const { twilio } = twilioAccount();
  const number = await twilio.incomingPhoneNumbers.create({ phoneNumber: '+14155550150' });
  const call = await twilio.calls.create({ to: TO, from: '+14155550150', twiml: SAY });
  assert.equal(call.phoneNumberSid, number.sid);
});

test('the application is asked for TwiML, with what Twilio says of the call, signed', async (t) => {
  const app = await receiver(t);
  const { sid, token, twilio, control } = twilioAccount();
  app.reply('/voice', SAY);
  const call = await twilio.calls.create({ to: TO, from: FROM, url: app.url('/voice?step=1') });
  const got = await twilio.calls.create({ to: TO, from: FROM, url: app.url('/voice?step=2'), method: 'GET' });
  await control.advance('PT1M');
  // two calls: neither waits for the other
  const [post, get] = ['1', '2'].map((step) => app.at('/voice').find((each) => each.query.step === step));
  assert.equal(post.method, 'POST');
  assert.equal(get.method, 'GET');
  assert.ok(signed(app, token, post));
  assert.ok(signed(app, token, get));
  assert.equal(post.form.CallSid, call.sid);
  assert.equal(get.query.CallSid, got.sid);
  const { AccountSid, From, To, CallStatus, ApiVersion, Direction } = post.form;
  assert.deepEqual({ AccountSid, From, To, CallStatus, ApiVersion, Direction }, { AccountSid: sid, From: FROM, To: TO, CallStatus: 'in-progress', ApiVersion: '2010-04-01', Direction: 'outbound-api' });
  assert.deepEqual((await control.get(`/calls/${call.sid}`)).said, ['The polls are open until eight.']);
});

test('an IVR: a digit is gathered, a wrong one is repeated, the right one ends the call', async (t) => {
  const app = await receiver(t);
  const { token, twilio, control } = twilioAccount();
  const menu = '<Response><Gather numDigits="1" action="/chosen"><Say>Press 1 to vote</Say></Gather><Say>Goodbye</Say></Response>';
  app.reply('/voice', menu);
  app.reply('/chosen', ({ form }) => ({
    headers: { 'content-type': 'application/xml' },
    body: form.Digits === '1' ? '<Response><Say>Thank you</Say><Hangup/></Response>' : '<Response><Say>Unknown</Say><Redirect>/voice</Redirect></Response>',
  }));
  const call = await twilio.calls.create({ to: TO, from: FROM, url: app.url('/voice') });
  await control.advance('PT5S');
  await control.post(`/calls/${call.sid}/digits`, { digits: '9' });
  await control.advance('PT3S');
  await control.post(`/calls/${call.sid}/digits`, { digits: '1' });
  await control.advance('PT10S');
  assert.deepEqual(app.at('/chosen').map((each) => each.form.Digits), ['9', '1']);
  assert.ok(app.at('/chosen').every((each) => signed(app, token, each) && each.form.msg === 'Gather End'));
  assert.deepEqual((await control.get(`/calls/${call.sid}`)).said, ['Press 1 to vote', 'Unknown', 'Press 1 to vote', 'Thank you']);
  assert.equal((await twilio.calls(call.sid).fetch()).status, 'completed');
});

test('a Gather without a key falls through to the next verb after its time-out', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  app.reply('/voice', '<Response><Gather timeout="7" action="/chosen"/><Say>Nothing pressed</Say></Response>');
  const call = await twilio.calls.create({ to: TO, from: FROM, url: app.url('/voice') });
  await control.advance('PT5S');
  assert.deepEqual((await control.get(`/calls/${call.sid}`)).said, []);
  await control.advance('PT10S');
  assert.deepEqual((await control.get(`/calls/${call.sid}`)).said, ['Nothing pressed']);
  assert.equal(app.at('/chosen').length, 0);
});

test('actionOnEmptyResult requests the action without digits', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  app.reply('/voice', '<Response><Gather actionOnEmptyResult="true" action="/chosen"/></Response>');
  app.reply('/chosen', '<Response/>');
  await twilio.calls.create({ to: TO, from: FROM, url: app.url('/voice') });
  await control.advance('PT30S');
  assert.deepEqual(app.at('/chosen').map((each) => each.form.Digits), ['']);
});

test('the finish key submits what was typed before, and is not a digit', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  app.reply('/voice', '<Response><Gather action="/chosen" finishOnKey="#"/></Response>');
  app.reply('/chosen', '<Response/>');
  const call = await twilio.calls.create({ to: TO, from: FROM, url: app.url('/voice') });
  await control.advance('PT4S');
  await control.post(`/calls/${call.sid}/digits`, { digits: '12' });
  await control.advance('PT4S');
  await control.post(`/calls/${call.sid}/digits`, { digits: '34#' });
  assert.equal(app.at('/chosen')[0].form.Digits, '1234');
  assert.equal(app.at('/chosen')[0].form.FinishedOnKey, '#');
});

test('speech is gathered', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  app.reply('/voice', '<Response><Gather input="speech" action="/heard"><Say>Who are you?</Say></Gather></Response>');
  app.reply('/heard', '<Response/>');
  const call = await twilio.calls.create({ to: TO, from: FROM, url: app.url('/voice') });
  await control.advance('PT4S');
  await control.post(`/calls/${call.sid}/speech`, { text: 'Erika' });
  assert.equal(app.at('/heard')[0].form.SpeechResult, 'Erika');
  assert.ok(Number(app.at('/heard')[0].form.Confidence) > 0);
});

for (const [number, status] of [['+14155550199', 'completed'], ['+15005550031', 'busy'], ['+15005550032', 'no-answer']]) {
  test(`Dial tells its action that ${number} was ${status}`, async (t) => {
    const app = await receiver(t);
    const { twilio, control } = twilioAccount();
    app.reply('/voice', `<Response><Dial action="/dialled" timeout="10"><Number>${number}</Number></Dial><Say>Never</Say></Response>`);
    app.reply('/dialled', '<Response><Say>Back again</Say></Response>');
    const call = await twilio.calls.create({ to: TO, from: FROM, url: app.url('/voice') });
    await control.advance('PT1M');
    const { form } = app.at('/dialled')[0];
    assert.equal(form.DialCallStatus, status);
    assert.equal(Number(form.DialCallDuration) > 0, status === 'completed');
    const [child] = await twilio.calls.list({ parentCallSid: call.sid });
    assert.equal(child.sid, form.DialCallSid);
    assert.equal(child.direction, 'outbound-dial');
    assert.equal(child.status, status);
    assert.deepEqual((await control.get(`/calls/${call.sid}`)).said, ['Back again']);
  });
}

test('Record makes a recording, which can be heard, listed and deleted', async (t) => {
  const app = await receiver(t);
  const { token, twilio, control } = twilioAccount();
  app.reply('/voice', '<Response><Record action="/recorded" maxLength="30" recordingStatusCallback="' + app.url('/recording') + '"/></Response>');
  app.reply('/recorded', '<Response><Say>Thank you</Say></Response>');
  const call = await twilio.calls.create({ to: TO, from: FROM, url: app.url('/voice') });
  await control.advance('PT7S');
  await control.post(`/calls/${call.sid}/digits`, { digits: '#' });
  await control.advance('PT30S');
  const { form } = app.at('/recorded')[0];
  assert.equal(form.Digits, '#');
  assert.ok(form.RecordingDuration >= 4); // and what the check itself took
  const told = app.at('/recording')[0];
  assert.equal(told.form.RecordingStatus, 'completed');
  assert.equal(told.form.RecordingSid, form.RecordingSid);
  assert.ok(signed(app, token, told));
  const [recording] = await twilio.calls(call.sid).recordings.list();
  assert.equal(recording.sid, form.RecordingSid);
  assert.equal(recording.duration, form.RecordingDuration);
  assert.equal((await twilio.recordings(recording.sid).fetch()).source, 'RecordVerb');
  const wav = await request('GET', form.RecordingUrl + '.wav', { authorization: 'Basic ' + Buffer.from(`${twilio.username}:${token}`).toString('base64') });
  assert.equal(wav.status, 200);
  assert.ok(wav.body.startsWith('RIFF'));
  await twilio.recordings(recording.sid).remove();
  assert.deepEqual(await twilio.recordings.list({ callSid: call.sid }), []);
});

test('a recorded call tells its recording at its end', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  await twilio.calls.create({ to: TO, from: FROM, twiml: SAY, record: true, statusCallback: app.url('/status'), recordingStatusCallback: app.url('/recording'), recordingStatusCallbackEvent: ['in-progress', 'completed'] });
  await control.advance('PT1M');
  assert.deepEqual(app.at('/recording').map((each) => each.form.RecordingStatus), ['in-progress', 'completed']);
  assert.equal(app.at('/status')[0].form.RecordingSid, app.at('/recording')[0].form.RecordingSid);
});

test('a live call is recorded on demand, until that is stopped', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  const call = await twilio.calls.create({ to: TO, from: FROM, twiml: '<Response><Pause length="60"/></Response>' });
  await assert.rejects(twilio.calls(call.sid).recordings.create(), refused(21220));
  await control.advance('PT10S');
  const recording = await twilio.calls(call.sid).recordings.create({ recordingStatusCallback: app.url('/recording') });
  assert.equal(recording.status, 'in-progress');
  await control.advance('PT5S');
  const stopped = await twilio.calls(call.sid).recordings(recording.sid).update({ status: 'stopped' });
  assert.equal(stopped.status, 'stopped');
  assert.equal((await twilio.recordings(recording.sid).fetch()).status, 'completed');
  assert.ok(stopped.duration >= 5);
  await control.advance('PT0S');
  assert.equal(app.at('/recording').length, 1);
});

for (const [mode, answeredBy] of [['Enable', 'machine_start'], ['DetectMessageEnd', 'machine_end_beep']]) {
  test(`machine detection ${mode} says ${answeredBy} before TwiML is asked for`, async (t) => {
    const app = await receiver(t);
    const { twilio, control } = twilioAccount();
    app.reply('/voice', SAY);
    const call = await twilio.calls.create({ to: '+15005550034', from: FROM, url: app.url('/voice'), machineDetection: mode });
    await control.advance('PT1M');
    assert.equal(app.at('/voice')[0].form.AnsweredBy, answeredBy);
    assert.equal((await twilio.calls(call.sid).fetch()).answeredBy, answeredBy);
  });
}

test('machine detection in the background is told to its callback', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  app.reply('/voice', SAY);
  await twilio.calls.create({ to: TO, from: FROM, url: app.url('/voice'), machineDetection: 'Enable', asyncAmd: 'true', asyncAmdStatusCallback: app.url('/amd') });
  await control.advance('PT1M');
  assert.equal(app.at('/voice')[0].form.AnsweredBy, undefined);
  assert.equal(app.at('/amd')[0].form.AnsweredBy, 'human');
});

test('a queued call is canceled, a live one is completed, an ended one is left alone', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  const queued = await twilio.calls.create({ to: TO, from: FROM, twiml: SAY, statusCallback: app.url('/status'), statusCallbackEvent: EVENTS });
  assert.equal((await twilio.calls(queued.sid).update({ status: 'canceled' })).status, 'canceled');
  await control.advance('PT1M');
  assert.deepEqual(statuses(app), ['canceled']);
  const live = await twilio.calls.create({ to: TO, from: FROM, twiml: '<Response><Pause length="60"/></Response>' });
  await control.advance('PT10S');
  assert.equal((await twilio.calls(live.sid).update({ status: 'completed' })).status, 'completed');
  await assert.rejects(twilio.calls(live.sid).update({ twiml: SAY }), refused(21220));
  await assert.rejects(twilio.calls(live.sid).update({ status: 'completed' }), refused(21220));
});

test('a live call is redirected to other TwiML', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  app.reply('/other', '<Response><Say>Moved</Say></Response>');
  const call = await twilio.calls.create({ to: TO, from: FROM, twiml: '<Response><Pause length="60"/><Say>Never</Say></Response>' });
  await assert.rejects(twilio.calls(call.sid).update({ url: app.url('/other') }), refused(21220));
  await control.advance('PT10S');
  await twilio.calls(call.sid).update({ url: app.url('/other'), method: 'POST' });
  await control.advance('PT2M');
  assert.deepEqual((await control.get(`/calls/${call.sid}`)).said, ['Moved']);
});

test('calls are listed by filters, newest first, page by page', async () => {
  const { twilio, control } = twilioAccount();
  const sids = [];
  for (const to of ['+14155550101', '+14155550102', '+14155550101', '+15005550031', '+14155550101']) {
    sids.unshift((await twilio.calls.create({ to, from: FROM, twiml: SAY })).sid);
  }
  await control.advance('PT1M');
  assert.deepEqual((await twilio.calls.list({ pageSize: 2 })).map((call) => call.sid), sids);
  assert.equal((await twilio.calls.list({ to: '+14155550101' })).length, 3);
  assert.deepEqual((await twilio.calls.list({ status: 'busy' })).map((call) => call.to), ['+15005550031']);
  const page = await twilio.calls.page({ pageSize: 2 });
  assert.equal(page.instances.length, 2);
  const next = await page.nextPage();
  assert.deepEqual(next.instances.map((call) => call.sid), sids.slice(2, 4));
  assert.equal((await twilio.calls.list({ startTimeAfter: new Date(Date.now() - 86_400_000) })).length, 5);
  assert.equal((await twilio.calls.list({ startTimeBefore: new Date(Date.now() - 2 * 86_400_000) })).length, 0);
});

test('a call can be deleted when it is over, and no call is 20404', async () => {
  const { twilio, control } = twilioAccount();
  const call = await twilio.calls.create({ to: TO, from: FROM, twiml: SAY });
  await assert.rejects(twilio.calls(call.sid).remove(), (error) => error.status === 409);
  await control.advance('PT1M');
  assert.equal(await twilio.calls(call.sid).remove(), true);
  await assert.rejects(twilio.calls(call.sid).fetch(), refused(20404));
});

test('an application has the URLs of the calls and numbers that name it', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  app.reply('/voice', SAY);
  const application = await twilio.applications.create({ friendlyName: 'IVR', voiceUrl: app.url('/voice'), statusCallback: app.url('/status') });
  await twilio.calls.create({ to: TO, from: FROM, applicationSid: application.sid });
  await control.advance('PT1M');
  await twilio.incomingPhoneNumbers.create({ phoneNumber: '+14155550160', voiceApplicationSid: application.sid });
  await control.post('/inbound/calls', { from: TO, to: '+14155550160' });
  assert.deepEqual(app.at('/voice').map(({ form }) => form.Direction), ['outbound-api', 'inbound']);
  assert.equal(app.at('/status')[0].form.CallStatus, 'completed');
  await twilio.applications(application.sid).remove();
  await assert.rejects(twilio.calls.create({ to: TO, from: FROM, applicationSid: application.sid }), refused(21218));
});

test('methods and flags are understood in any case, as other SDKs write them', async (t) => {
  const app = await receiver(t);
  const { sid, token, twilio, control } = twilioAccount();
  app.reply('/voice', SAY);
  const created = await request('POST', `${urls.twilio}/2010-04-01/Accounts/${sid}/Calls.json`, {
    authorization: 'Basic ' + Buffer.from(`${sid}:${token}`).toString('base64'),
    body: new URLSearchParams({ To: TO, From: FROM, Url: app.url('/voice'), Method: 'get', Record: 'True' }),
  });
  assert.equal(created.status, 201);
  await control.advance('PT1M');
  assert.equal(app.at('/voice')[0].method, 'GET');
  assert.equal((await twilio.recordings.list()).length, 1);
});

test('the dialled party hears its own TwiML before it is connected', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  app.reply('/voice', '<Response><Dial action="/dialled"><Number url="/whisper" statusCallback="/number">+14155550199</Number></Dial></Response>');
  app.reply('/whisper', SAY);
  const call = await twilio.calls.create({ to: TO, from: FROM, url: app.url('/voice') });
  await control.advance('PT1M');
  const [dialled] = await twilio.calls.list({ parentCallSid: call.sid });
  assert.deepEqual((await control.get(`/calls/${dialled.sid}`)).said, ['The polls are open until eight.']);
  assert.deepEqual(statuses(app, '/number'), ['completed']);
  assert.equal(app.at('/dialled')[0].form.DialCallStatus, 'completed');
});

test('a voicemail that ends by hanging up is told of, and transcribed', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  app.reply('/voice', '<Response><Record action="/recorded" transcribe="true" transcribeCallback="/transcribed"/></Response>');
  const call = await twilio.calls.create({ to: TO, from: FROM, url: app.url('/voice') });
  await control.advance('PT5S');
  await control.post(`/calls/${call.sid}/speech`, { text: 'Call me back' });
  await control.post(`/calls/${call.sid}/hangup`);
  const { Digits, CallStatus, RecordingSid } = app.at('/recorded')[0].form;
  assert.deepEqual([Digits, CallStatus], ['hangup', 'completed']);
  const { form } = app.at('/transcribed')[0];
  assert.deepEqual([form.TranscriptionText, form.TranscriptionStatus, form.RecordingSid], ['Call me back', 'completed', RecordingSid]);
  const [transcription] = await twilio.recordings(RecordingSid).transcriptions.list();
  assert.equal(transcription.sid, form.TranscriptionSid);
});

test('a call sends a message, and its current recording need not be named', async () => {
  const { twilio, control } = twilioAccount();
  const call = await twilio.calls.create({ to: TO, from: FROM, twiml: '<Response><Sms>Thank you</Sms><Pause length="60"/></Response>' });
  await control.advance('PT5S');
  const [message] = await twilio.messages.list();
  assert.deepEqual([message.body, message.to, message.direction], ['Thank you', TO, 'outbound-call']);
  await twilio.calls(call.sid).recordings.create();
  assert.equal((await twilio.calls(call.sid).recordings('Twilio.CURRENT').update({ status: 'paused' })).status, 'paused');
});

test('a failing application is replaced by its fallback, which is told why', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  app.reply('/voice', 500);
  app.reply('/fallback', SAY);
  const call = await twilio.calls.create({ to: TO, from: FROM, url: app.url('/voice'), fallbackUrl: app.url('/fallback') });
  await control.advance('PT1M');
  assert.equal(app.at('/fallback')[0].form.ErrorCode, '11200');
  assert.equal(app.at('/fallback')[0].form.ErrorUrl, app.url('/voice'));
  assert.equal((await twilio.calls(call.sid).fetch()).status, 'completed');
  assert.equal((await twilio.calls(call.sid).notifications.list())[0].errorCode, '11200');
});

for (const [name, reply, code] of [
  ['a document type', '<!DOCTYPE Response [<!ENTITY x SYSTEM "file:///etc/passwd">]><Response><Say>&x;</Say></Response>', '12100'],
  ['broken XML', '<Response><Say>', '12100'],
  ['JSON', () => ({ headers: { 'content-type': 'application/json' }, body: '{}' }), '12300'],
  ['a redirection to itself', '<Response><Redirect>/voice</Redirect></Response>', '11215'],
]) {
  test(`${name} instead of TwiML ends the call with ${code}`, async (t) => {
    const app = await receiver(t);
    const { twilio, control } = twilioAccount();
    app.reply('/voice', reply);
    const call = await twilio.calls.create({ to: TO, from: FROM, url: app.url('/voice') });
    await control.advance('PT1M');
    assert.equal((await twilio.calls(call.sid).fetch()).status, 'completed');
    assert.equal((await twilio.calls(call.sid).notifications.list())[0].errorCode, code);
    assert.deepEqual((await control.get(`/calls/${call.sid}`)).said, ["We're sorry, an application error has occurred. Goodbye."]);
    assert.ok(app.at('/voice').length < 100);
  });
}

test('an unknown verb is a warning, and left out', async () => {
  const { twilio, control } = twilioAccount();
  const call = await twilio.calls.create({ to: TO, from: FROM, twiml: '<Response><Speak>Hello</Speak><Say>Hi</Say></Response>' });
  await control.advance('PT1M');
  const [warning] = await twilio.calls(call.sid).notifications.list();
  assert.equal(warning.errorCode, '12200');
  assert.equal(warning.log, '1');
  assert.deepEqual((await control.get(`/calls/${call.sid}`)).said, ['Hi']);
});

test('an inbound call asks its number for TwiML, and is answered by it', async (t) => {
  const app = await receiver(t);
  const { token, twilio, control } = twilioAccount();
  app.reply('/voice', '<Response><Gather action="/chosen" numDigits="1"><Say>Welcome</Say></Gather></Response>');
  app.reply('/chosen', '<Response><Say>Bye</Say></Response>');
  await twilio.incomingPhoneNumbers.create({ phoneNumber: '+14155550160', voiceUrl: app.url('/voice'), statusCallback: app.url('/status') });
  const { sid } = await control.post('/inbound/calls', { from: TO, to: '+14155550160' });
  assert.equal(app.at('/voice')[0].form.Direction, 'inbound');
  assert.equal(app.at('/voice')[0].form.CallStatus, 'ringing');
  assert.ok(signed(app, token, app.at('/voice')[0]));
  assert.equal((await twilio.calls(sid).fetch()).status, 'in-progress');
  await control.post(`/calls/${sid}/digits`, { digits: '5' });
  assert.equal(app.at('/chosen')[0].form.Digits, '5');
  await control.advance('PT10S');
  assert.deepEqual(statuses(app), ['completed']);
  assert.equal((await twilio.calls(sid).fetch()).direction, 'inbound');
});

test('a client calls as well as a telephone', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  await twilio.incomingPhoneNumbers.create({ phoneNumber: '+14155550160', voiceUrl: app.url('/voice') });
  await control.post('/inbound/calls', { from: 'client:alice', to: '+14155550160' });
  assert.equal(app.at('/voice')[0].form.From, 'client:alice');
});

for (const [reason, status] of [['busy', 'busy'], ['rejected', 'no-answer']]) {
  test(`Reject with the reason ${reason} leaves an inbound call ${status}`, async (t) => {
    const app = await receiver(t);
    const { twilio, control } = twilioAccount();
    app.reply('/voice', `<Response><Reject reason="${reason}"/></Response>`);
    await twilio.incomingPhoneNumbers.create({ phoneNumber: '+14155550170', voiceUrl: app.url('/voice') });
    const { sid } = await control.post('/inbound/calls', { from: TO, to: '+14155550170' });
    assert.equal((await twilio.calls(sid).fetch()).status, status);
  });
}

test('the other party hangs up', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  const call = await twilio.calls.create({ to: TO, from: FROM, twiml: '<Response><Pause length="60"/></Response>', statusCallback: app.url('/status') });
  await control.advance('PT13S');
  await control.post(`/calls/${call.sid}/hangup`);
  assert.deepEqual(statuses(app), ['completed']);
  assert.ok((await twilio.calls(call.sid).fetch()).duration >= 10);
});
