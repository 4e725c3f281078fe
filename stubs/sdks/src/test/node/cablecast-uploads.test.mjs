import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cablecastAccount, request, urls } from './support.mjs';

const SEGMENT_BYTES = 5 * 1024 * 1024;
const UPLOADING_COMPLETE = 2;

/** Creates an upload, as Cablecast's own example does. */
async function newUpload(cablecast, file, fileName = 'council.mp4') {
  const fields = { fileName, destinationStore: 11, totalSegments: Math.ceil(file.length / SEGMENT_BYTES), size: file.length };
  return (await cablecast.post('/fileuploads', { fileUpload: fields })).body.fileUpload;
}

function sendSegment(cablecast, upload, file, segment) {
  const form = new FormData();
  form.append('segment', String(segment));
  form.append('file', new Blob([file.subarray(segment * SEGMENT_BYTES, (segment + 1) * SEGMENT_BYTES)]), upload.fileName);
  const url = `${urls.cablecast}/cablecastapi/v1/fileuploads/${upload.id}/upload`;
  return request('POST', url, { authorization: cablecast.authorization, body: form });
}

const complete = (cablecast, { id }) => cablecast.put(`/fileuploads/${id}`, { fileUpload: { state: UPLOADING_COMPLETE } });
const state = async (cablecast, { id }) => (await cablecast.get(`/fileuploads/${id}`)).body.fileUpload.state;

test('an upload goes through all its states', async () => {
  const cablecast = cablecastAccount();
  const file = Buffer.alloc(SEGMENT_BYTES + 1000, 'x');
  const upload = await newUpload(cablecast, file);
  assert.deepEqual([upload.state, upload.totalSegments, upload.size, upload.asset], [1, 2, file.length, null]);
  for (const segment of [1, 0]) {
    assert.equal((await sendSegment(cablecast, upload, file, segment)).status, 200);
  }
  const states = [await state(cablecast, upload), (await complete(cablecast, upload)).body.fileUpload.state];
  while (states.at(-1) !== 5) {
    await cablecast.control.advance('PT1S');
    states.push(await state(cablecast, upload));
  }
  assert.deepEqual([...new Set(states)], [1, 2, 3, 4, 5]);
});

test('a finished upload is a digital file and an asset', async () => {
  const cablecast = cablecastAccount();
  const file = Buffer.from('a video');
  const upload = await newUpload(cablecast, file);
  await sendSegment(cablecast, upload, file, 0);
  const { asset } = (await complete(cablecast, upload)).body.fileUpload;
  assert.equal((await cablecast.get('/digitalfiles')).body.meta.count, 0);
  await cablecast.control.advance('PT1M');
  const { digitalFiles } = (await cablecast.get('/digitalfiles')).body;
  assert.deepEqual(digitalFiles.map((each) => [each.fileName, each.fileSize, each.asset, each.isValid]), [['council.mp4', file.length, asset, true]]);
  assert.equal((await cablecast.get(`/digitalfiles/${digitalFiles[0].id}`)).body.digitalFile.fileName, 'council.mp4');
});

test('a file belongs to the reel that its name says', async () => {
  const cablecast = cablecastAccount();
  const show = (await cablecast.post('/shows', { show: { title: 'Council' } })).body.show.id;
  const media = (await cablecast.post('/media', { media: { mediaName: 'File' } })).body.media.id;
  const reel = (await cablecast.post('/reels', { reel: { show, media, reelNumber: 1, length: 60 } })).body.reel.id;
  const file = Buffer.from('a video');
  const upload = await newUpload(cablecast, file, `${show}-${media}-1 - Council.mp4`);
  await sendSegment(cablecast, upload, file, 0);
  await complete(cablecast, upload);
  await cablecast.control.advance('PT1M');
  const { reels, digitalFiles } = (await cablecast.get(`/shows/${show}?include=reel,digitalfile`)).body;
  assert.equal(reels[0].hasValidFile, true);
  assert.deepEqual(digitalFiles.map((each) => [each.show, each.reel]), [[show, reel]]);
});

test('an upload that lacks a segment ends as an error', async () => {
  const cablecast = cablecastAccount();
  const file = Buffer.alloc(SEGMENT_BYTES + 1000, 'x');
  const upload = await newUpload(cablecast, file);
  await sendSegment(cablecast, upload, file, 0);
  await complete(cablecast, upload);
  await cablecast.control.advance('PT1M');
  assert.equal(await state(cablecast, upload), 0);
  assert.equal((await cablecast.get('/digitalfiles')).body.meta.count, 0);
  assert.deepEqual((await cablecast.get('/assets')).body.assets, []);
});

test('an upload times out four hours after its last segment', async () => {
  const cablecast = cablecastAccount();
  const file = Buffer.alloc(SEGMENT_BYTES + 1000, 'x');
  const upload = await newUpload(cablecast, file);
  await cablecast.control.advance('PT3H59M');
  await sendSegment(cablecast, upload, file, 0);
  await cablecast.control.advance('PT3H59M');
  assert.equal(await state(cablecast, upload), 1);
  await cablecast.control.advance('PT1M');
  assert.equal(await state(cablecast, upload), 6);
  assert.equal((await sendSegment(cablecast, upload, file, 1)).status, 400);
});

test('segments that do not belong to the upload are refused', async () => {
  const cablecast = cablecastAccount();
  const upload = await newUpload(cablecast, Buffer.from('a video'));
  const refused = await sendSegment(cablecast, upload, Buffer.alloc(6 * SEGMENT_BYTES, 'x'), 5);
  assert.equal(refused.status, 400);
  const unknown = await sendSegment(cablecast, { id: 99999, fileName: 'x' }, Buffer.from('x'), 0);
  assert.equal(unknown.status, 404);
  assert.equal((await cablecast.post(`/fileuploads/${upload.id}/upload`, { segment: 0 })).status, 400);
});

test('a client can set only the state UploadingComplete, and only once', async () => {
  const cablecast = cablecastAccount();
  const upload = await newUpload(cablecast, Buffer.from('a video'));
  assert.equal((await cablecast.put(`/fileuploads/${upload.id}`, { fileUpload: { state: 5 } })).status, 400);
  assert.equal((await complete(cablecast, upload)).status, 200);
  assert.equal((await complete(cablecast, upload)).status, 400);
});

test('uploading needs credentials', async () => {
  const fields = { fileName: 'council.mp4', destinationStore: 11, totalSegments: 1, size: 1 };
  assert.equal((await request('POST', `${urls.cablecast}/cablecastapi/v1/fileuploads`, { body: { fileUpload: fields } })).status, 401);
});

test('a show is made of an unlinked asset, as in the example of Cablecast', async () => {
  const cablecast = cablecastAccount();
  const file = Buffer.from('a video');
  const upload = await newUpload(cablecast, file);
  await sendSegment(cablecast, upload, file, 0);
  await complete(cablecast, upload);
  await cablecast.control.advance('PT1M');
  const unlinked = '/assets?offset=0&sort=last_modified&status_type[]=Unlinked&purpose_type=Playback';
  const { assets, assetInfos } = (await cablecast.get(unlinked)).body;
  const info = assetInfos.find((each) => each.id === assets[0].assetInfos[0]);
  const length = Math.ceil(info.frameCount / info.frameRate);

  const show = (await cablecast.post('/shows', { show: { title: assets[0].path } })).body.show.id;
  const media = (await cablecast.post('/media', { media: { mediaName: 'File' } })).body.media.id;
  const reel = { media, show, reelNumber: 1, cue: 0, userFileName: assets[0].path, length };
  const created = (await cablecast.post('/reels/batch', { reels: [reel] })).body.reels[0];
  assert.deepEqual([created.hasValidFile, created.length], [true, 60]);
  assert.deepEqual((await cablecast.get(unlinked)).body.assets, []);
  assert.equal((await cablecast.get(`/digitalfiles?show=${show}`)).body.meta.count, 1);
});
