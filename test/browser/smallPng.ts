// Makes a screenshot light enough to live in the repository: a palette of its commonest colours in place of full colour.
import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;
const EXACT_COLOURS = 128;
const TRUE_COLOUR = 2;
const WITH_ALPHA = 6;

interface Picture {
  width: number;
  height: number;
  /** 0xRRGGBB, row by row. */
  pixels: Uint32Array;
}

/** @param png eight bits a channel, not interlaced, as browsers write their screenshots */
export function smallPng(png: Buffer): Buffer {
  const picture = read(png);
  const palette = paletteOf(picture.pixels);
  return write(picture, palette);
}

function* chunksOf(png: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

function read(png: Buffer): Picture {
  const chunks = [...chunksOf(png)];
  const head = chunks.find(({ type }) => type === "IHDR")?.data ?? Buffer.alloc(13);
  const [width, height, colour] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9]];
  if (head[8] !== 8 || (colour !== TRUE_COLOUR && colour !== WITH_ALPHA) || head[12] !== 0) {
    throw new Error("This is not a screenshot of a browser.");
  }
  const packed = chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data);
  const bytes = colour === WITH_ALPHA ? 4 : 3;
  const plain = unfiltered(inflateSync(Buffer.concat(packed)), width * bytes, height, bytes);
  const pixels = Uint32Array.from({ length: width * height }, (_, index) => plain.readUIntBE(index * bytes, 3));
  return { width, height, pixels };
}

/** What a byte is told from: its neighbours at the left, above, and above at the left. */
const FILTERS: ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const guess = left + up - corner;
    const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
    if (a <= b && a <= c) return left;
    return b <= c ? up : corner;
  },
];

function unfiltered(raw: Buffer, stride: number, height: number, bytes: number): Buffer {
  const plain = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const begin = y * (stride + 1);
    const guess = FILTERS[raw[begin] ?? 0] ?? (() => 0);
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < bytes ? 0 : (plain[at - bytes] ?? 0);
      const up = y === 0 ? 0 : (plain[at - stride] ?? 0);
      const corner = y === 0 || x < bytes ? 0 : (plain[at - stride - bytes] ?? 0);
      plain[at] = ((raw[begin + 1 + x] ?? 0) + guess(left, up, corner)) & 0xff;
    }
  }
  return plain;
}

/** The commonest colours as they are; for the others, the commonest of each small neighbourhood of colours. */
function paletteOf(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const sorted = [...counts].sort((one, other) => other[1] - one[1]);
  const rest = new Map<number, { colour: number; count: number }>();
  for (const [colour, count] of sorted.slice(EXACT_COLOURS)) {
    const neighbourhood = colour & 0xe0e0e0;
    const known = rest.get(neighbourhood);
    if (known) known.count += count;
    else rest.set(neighbourhood, { colour, count });
  }
  const others = [...rest.values()].sort((one, other) => other.count - one.count).map(({ colour }) => colour);
  return [...sorted.slice(0, EXACT_COLOURS).map(([colour]) => colour), ...others].slice(0, MOST_COLOURS);
}

function nearest(colour: number, palette: readonly number[]): number {
  let [best, least] = [0, Infinity];
  palette.forEach((candidate, index) => {
    const parts = [16, 8, 0].map((shift) => ((colour >> shift) & 0xff) - ((candidate >> shift) & 0xff));
    const distance = parts.reduce((sum, part) => sum + part * part, 0);
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

function write({ width, height, pixels }: Picture, palette: readonly number[]): Buffer {
  const places = new Map(palette.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc((width + 1) * height);
  pixels.forEach((pixel, index) => {
    const place = places.get(pixel) ?? nearest(pixel, palette);
    places.set(pixel, place);
    rows[Math.floor(index / width) * (width + 1) + 1 + (index % width)] = place;
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
