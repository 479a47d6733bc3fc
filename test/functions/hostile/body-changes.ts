import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { TEST_PROJECT_ID, type WebhookEvent } from '../../../lib/webhooks/events.ts';
import { change, withBody, withFields, withHeaders, withMore } from './change.ts';

type Written = (event: WebhookEvent) => string | Uint8Array;

const json = (event: WebhookEvent) => JSON.stringify(event);
/** With bytes inside of a text that would be JSON but for them. */
const withBytes =
  (...bytes: number[]): Written =>
  (event) =>
    Buffer.concat([Buffer.from(`${json(event).slice(0, -1)},"title":"`), Buffer.from(bytes), Buffer.from('"}')]);

const LARGEST = 64 * 1024;
const padded = (event: WebhookEvent, bytes: number) => json(event).padEnd(bytes, ' ');

const tooLarge: readonly Written[] = [
  (event) => padded(event, LARGEST + 1),
  (event) => Buffer.from(padded(event, LARGEST + 1)),
  (event) => padded(event, 300_000),
  (event) => JSON.stringify({ ...event, title: 'あ'.repeat(22_000) }),
  (event) => Buffer.from(JSON.stringify({ ...event, title: '\ud83d\ude00'.repeat(20_000) })),
  () => '['.repeat(100_000),
];

const notUtf8: readonly Written[] = [
  withBytes(0xff),
  withBytes(0x80),
  withBytes(0xc0, 0xae, 0xc0, 0xae), // `..`, longer than it may be
  withBytes(0xed, 0xa0, 0x80), // half a surrogate pair
  withBytes(0xf4, 0x90, 0x80, 0x80), // beyond Unicode
  withBytes(0xe3, 0x81),
  withBytes(0x83, 0x5e), // Shift_JIS
  (event) => Buffer.from(json(event), 'utf16le'),
  (event) => Buffer.from(`\ufeff${json(event)}`, 'utf16le'),
  (event) => gzipSync(json(event)),
  (event) => deflateSync(json(event)),
];

const notJson: readonly Written[] = [
  () => '',
  () => ' ',
  () => '\0',
  () => 'undefined',
  () => '{',
  () => '"',
  () => '['.repeat(60_000),
  () => '{"a":'.repeat(12_000),
  () => `{"a":"${'\\'.repeat(59_999)}"}`,
  () => `{"a":${'-'.repeat(60_000)}}`,
  (event) => `${json(event)}}`,
  (event) => `${json(event)}${json(event)}`,
  (event) => `${json(event)}\0`,
  (event) => `\ufeff\ufeff${json(event)}`,
  (event) => `)]}'\n${json(event)}`,
  (event) => `${json(event)} // a comment`,
  (event) => json(event).replaceAll('"', "'"),
  (event) => json(event).replaceAll(/"(\w+)":/g, '$1:'),
  (event) => json(event).replace('}', ',}'),
  (event) => json(event).replace('}', ',"a":"a "quoted" title"}'),
  (event) => json(event).replace('}', ',"a":"a\nline"}'),
  (event) => json(event).replace('}', ',"a":"\\x41"}'),
  (event) => json(event).replace('}', ',"a":"\\ud8"}'),
  (event) => json(event).replace('}', ',"a":NaN}'),
  (event) => json(event).replace('}', ',"a":-Infinity}'),
  (event) => json(event).replace('}', ',"a":01}'),
  (event) => json(event).replace('}', ',"a":0x10}'),
  (event) => json(event).replace('}', ',"a":1n}'),
  (event) => json(event).replace('}', ',"__proto__":}'),
  (event) => new URLSearchParams(Object.entries(event)).toString(),
  (event) => `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>${event.project_id}&b;</a>`,
  (event) => `event_type: ${event.event_type}\nproject_id: ${event.project_id}\n`,
];

const NO_OBJECT = ['null', 'true', '0', '-0', '1e400', '""', '"task-completed"', '[]', '{}', '[[]]', '[null]'];

/** Said beside an event's fields, and of no meaning. */
const more = [
  '"__proto__":{"project_id":"project-b","admin":true}',
  '"__proto__":null',
  '"constructor":{"prototype":{"event_type":"project-copy-completed"}}',
  '"toString":"","valueOf":1,"hasOwnProperty":null,"toJSON":"x"',
  '"title":"\\ud800"',
  '"\\udfff":"\\u0000"',
  '"":""',
  '"a":1e400,"b":-1e400,"c":-0,"d":1e-400,"e":9007199254740993',
  `"a":${'9'.repeat(60_000)}`,
  `"a":0.${'0'.repeat(60_000)}1`,
  `"a":${'['.repeat(30_000)}${']'.repeat(30_000)}`,
  `"a":${'{"a":'.repeat(10_000)}0${'}'.repeat(10_000)}`,
  `"a":{${Array.from({ length: 5_000 }, (_, index) => `"${index}":0`).join()}}`,
  `"a":"${'\\u0000'.repeat(10_000)}"`,
  '"project_id ":"project-b","Project_ID":"project-b","projectId":"project-b"',
];

/** The same to every JSON parser. */
const alike: readonly Written[] = [
  (event) => JSON.stringify(event, null, '\t \r\n'),
  (event) => `\ufeff${json(event)}`,
  (event) => json(event).replace('"project_id"', '"\\u0070roject_\\u0069d"'),
  (event) => json(event).replaceAll('-', '\\u002d').replaceAll(':"', ':\r\n"'),
  (event) => json(Object.assign(Object.create(null), Object.fromEntries(Object.entries(event).reverse()))),
  (event) => padded(event, LARGEST),
  (event) => Buffer.from(padded(event, LARGEST)),
  (event) => Buffer.from(json(event)),
  withBytes(0xe3, 0x81, 0x82),
];

const base64Forms: readonly ((text: string) => string)[] = [
  (text) => Buffer.from(text).toString('base64url'),
  (text) => Buffer.from(text).toString('base64').replaceAll('=', ''),
  (text) => Buffer.from(text).toString('base64').replaceAll(/.{20}/g, '$&\r\n'),
];

const notBase64: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => Buffer.from(Buffer.from(text).toString('base64')).toString('base64'),
  (text) => Buffer.from(text).toString('hex'),
  () => '***',
  () => '=',
  () => '\ud800\0',
];

const GOOD_TYPES = [
  '',
  'text/plain',
  'TEXT/PLAIN; charset=utf-16',
  ';',
  'application/json; charset=shift_jis',
  'application/json;;;',
  ' application/json ;boundary="',
  'application/cloudevents+json',
  'a/__proto__+json',
];
const badTypes = [
  'json',
  '/',
  '+json',
  'a/b/c+json',
  'text/html',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=a',
  'application/json, text/html',
  'application/json\0',
  'application/j\u0455on',
  'application/octet-stream',
  `${'a'.repeat(30_000)}/${'+'.repeat(30_000)}json`.slice(0, -1),
  `${'a/'.repeat(30_000)}+json`,
];

/** What a body may hold but an event, and how it may be written and named. */
export const bodyChanges = [
  change('a body that is too large', '413 too-large', tooLarge, (call, written) => withBody(call, written(call.event))),
  change('a body in no UTF-8', '400 bad-json', notUtf8, (call, written) => withBody(call, written(call.event))),
  change('a body that is no JSON', '400 bad-json', notJson, (call, written) => withBody(call, written(call.event))),
  change('a body that is cut off', '400 bad-json', fc.nat(), (call, at) =>
    withBody(call, call.body.slice(0, at % call.body.length)),
  ),
  change('a body that is no object of ours', '400 bad-fields', NO_OBJECT, withBody),
  change('more in the body than an event', '202 queued', more, withMore),
  change('any JSON beside the event', '202 queued', fc.json({ maxDepth: 4 }), (call, text) =>
    withMore(call, `"a":${text}`),
  ),
  change('a body written otherwise', '202 queued', alike, (call, written) => withBody(call, written(call.event))),
  change('a field twice, at last the right one', '202 queued', fc.jsonValue(), (call, value) =>
    withBody(call, `{"event_type":${JSON.stringify(value)},"project_id":"project-b",${call.body.slice(1)}`),
  ),
  change('a field twice, at last a wrong one', '400 bad-fields', ['"project_id":".."', '"event_type":1'], withMore),
  change('fields that are inherited', '400 bad-fields', ['__proto__', 'constructor', 'prototype'], (call, name) =>
    withBody(call, `{"event_type":"${call.eventType}","${name}":${call.body}}`),
  ),
  change('another form of base64', '202 queued', base64Forms, (call, form) => ({
    ...call,
    body: form(call.body),
    base64: true,
  })),
  change('base64 that is none', '400 bad-json', notBase64, (call, form) => ({
    ...call,
    body: form(call.body),
    base64: true,
  })),
  change('base64 that nobody tells of', '400 bad-json', [0], (call) =>
    withBody(call, Buffer.from(call.body).toString('base64')),
  ),
  change('a content type that will do', '202 queued', GOOD_TYPES, (call, type) =>
    withHeaders(call, { 'content-type': type }),
  ),
  change('a content type that will not do', '415 content-type', badTypes, (call, type) =>
    withHeaders(call, { 'content-type': type }),
  ),
  change('a test delivery', '202 test', [TEST_PROJECT_ID], (call, project_id) => withFields(call, { project_id })),
];
